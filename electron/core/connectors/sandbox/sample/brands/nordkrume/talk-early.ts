/** Nordkrume, the first two of the four weeks. */
export const talk = `
= rye | 28 07:30 | 48 hours of doing almost nothing: our dark rye is back on the shelf. Until it isn't. #slowcrumb
= cinnamon | 24 08:00 | Cinnamon knots, 7 a.m. to whenever. We make 120. Monday to Friday you have a chance.
= course | 18 12:00 | New dates for the Saturday sourdough course. Eight people, one oven, you go home with a starter and flour in your hair.
= bag | 15 09:15 | Our new bread bags are paper outside, paper inside. Yes, the window is gone. No, you can't see the bread. It's in there.

# comment rye | Tom Becker | tombecker_ | 27 09:10
> Is the dark rye sliced or whole only?
< Both, Tom. We slice it on request, just say how thick.

# comment rye | June Marsh | junemarsh | 27
> I moved to Lisbon and this is honestly what I miss most about Berlin
< We'd post it, June, but it would arrive as a brick. Come visit.

# direct | Frieda Lohmann | friedalohmann | 27 10:05
> Hi! Can I pre-order six loaves for Saturday? Family thing.
< Hi Frieda, sure. Which loaf, and what time do you want to pick up?
> 4 country, 2 rye, around 9:30
< Done, order NK-3107 under your name. Pay when you pick up.
> Brilliant, thank you!
< See you Saturday.

# review | Marek Nowik | mareknowik | 27
> ★★★★★ Best crust in the neighbourhood and the people behind the counter remember your name.
< Thanks Marek. We remember your order too, country loaf, not too dark.

# mention | Aylin Roth | aylinroth | 26
> Queue at @nordkrume at 8:15 on a Tuesday. We've lost our minds, and it smells wonderful.
< Sorry about the wait, Aylin. The smell is on the house.

# direct | Sam Whitlock | samwhitlock | 26 14:40
> Do you use any dairy in the country loaf? Asking for my daughter, she's allergic
< Hi Sam, country loaf is flour, water, salt and starter, no dairy. It's baked in the same room as our butter pastries though, so we can't promise it's free of traces.
> Thanks for being straight about that. Traces are fine for her.
< Good to hear. If it ever changes, ask us for the recipe sheet at the counter.

# review | Greta Haas | gretahaas | 26
> ★★☆☆☆ Sold out of everything at 3 pm, with a sign saying open until 6. Why be open then?
< That's fair, Greta. We've moved one bake to 1 pm so there should be bread in the afternoon from this week. Sorry you left empty-handed.

# comment rye | Pavel Horak | pavelhorak | 25
> Recipe?
< Rye, water, salt, patience, Pavel. The long version is our Saturday course.

# direct | Ines Maldonado | inesmaldonado | 25 16:15
> I think I left a blue scarf at your place this morning, by the window seats
< It's here, Ines, hanging next to the till. We're open till six.
> You're the best, coming after work
< It'll wait.

# mention | Lukas Brandt | lukasbrandt | 24
> Asked for "the ugly one" at @nordkrume and got the best loaf of my life.
< The ugly ones have the most crust, Lukas. Our secret's out.

# comment cinnamon | Mia Fontaine | miafontaine | 23
> 120 is not enough, I was there at 8:40 and they were GONE
< We hear you, Mia. 150 from tomorrow, that's all the oven will take.
> Heroes.
< Tired heroes, but thanks.

# comment cinnamon | Dario Bell | dariobell | 23
> @katjaweiss this is the place I told you about
< Bring Katja before 8:30, then.

# direct | Noor Haddad | noorhaddad | 23 11:20
> Hello, do you deliver to offices? About 30 sandwiches, every second Thursday
< Hi Noor, we do, by cargo bike within 4 km. 30 sandwiches start at 165 euros. Where's the office?
> Near Moritzplatz, so that should be in range
< It is. I'll send the menu to you here this afternoon and we can start next Thursday.
> Perfect, looking forward
< So are we.

# review | Henrik Solberg | henriksolberg | 23
> ★★★★☆ Excellent bread, prices a bit steep. Worth it for the rye.
< Thanks Henrik. Glad the rye earns its keep.

# comment cinnamon | Ola Pietsch | olapietsch | 22
> are these vegan?
< Not these, Ola, there's butter in the dough. The apple slice is vegan.

# mention | Chiara Donati | chiaradonati | 22
> Just had my first proper German breakfast, thanks to @nordkrume. I get it now.
< Welcome to the rest of your life, Chiara.

# direct | Ben Achterberg | benachterberg | 21 09:05
> My loaf from yesterday has a big hole in the middle, like a tunnel. Paid 7.20 for air 🙃
< Sorry Ben, that's a shaping mistake on our side. Show this message at the counter and pick a new one.
> Fair play, will do tomorrow
< Good. We've had a word with the person who shaped it. It was me. Jonas

# review | Vera Klimt | veraklimt | 21
> ★★★★★ The Saturday course was worth every cent. My starter is called Uwe.
< Feed Uwe twice a day and he'll outlive us all. Thanks for coming, Vera.

# direct | Elif Sander | elifsander | 20 13:30
> Hi, is the walnut bread made in the same mixer as the others? Nut allergy here
< Hi Elif, yes, same mixer, washed in between. With a nut allergy we'd honestly advise against anything from our shop.
> Ok thanks, I appreciate it
< Take care, Elif.

# comment rye | Joachim Petri | joachimpetri | 20
> 7.80 for a loaf of bread. In this economy.
< We know it's a lot, Joachim. The end pieces go for half price after five.

# mention | Nils Arvid | nilsarvid | 20
> Does @nordkrume open on the public holiday next week?
< Open from 8 to 12, Nils. Bread only, no coffee.

# direct | Rosa Engel | rosaengel | 19 10:50
> Could you write "Happy 70th Gerd" on a poppy seed cake for Friday?
< With pleasure, Rosa. NK-3141, Friday from ten. White icing or chocolate?
> White please
< Noted. Happy birthday to Gerd.

# review | Tanja Reuter | tanjareuter | 19
> ★★★☆☆ Bread: great. Coffee: burnt, twice now.
< Thanks for telling us, Tanja. The grinder was set wrong last week and we've fixed it. Next one's on us.

# comment course | Max Ferrow | maxferrow | 17
> Is it in English too?
< It's always in both, Max. The dough doesn't mind.

# comment course | Silke Arnold | silkearnold | 17
> What does it cost?
< 95 euros, Silke, with breakfast, flour and the starter.

# direct | Silke Arnold | silkearnold | 17 18:20
> Is there one place left on the 2nd Saturday?
< Exactly one, Silke. Shall we put your name on it?
> Yes please!!
< It's yours. You'll get the details by e-mail tomorrow.

# direct | Oskar Wendt | oskarwendt | 16 08:15
> Morning, your website says 7 but the door was locked at 7:10
< Morning Oskar, sorry. The baker with the key overslept, the one with the bread didn't. Your coffee is on us tomorrow.

# mention | Leonie Funk | leoniefunk | 16
> Hot take: @nordkrume country loaf on day three beats day one.
< Not a hot take, Leonie. Just science.
`;
