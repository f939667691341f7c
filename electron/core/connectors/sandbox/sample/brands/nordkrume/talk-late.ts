/** Nordkrume, the last two weeks; what nobody has answered stands at the end. */
export const talk = `
= seeds | 11 07:45 | New: seeded spelt. Pumpkin, sunflower, linseed, and one sesame seed that got lost.
= hands | 7 10:00 | We're looking for two more hands from five in the morning. Experience is nice, waking up is required.
= pie | 2 08:20 | Apple pie weekend. Whole or by the slice, Saturday and Sunday, until the trays are empty. #nordkrume

# comment bag | Ruth Okafor | ruthokafor | 14
> Love the new packaging, where can I buy just the bag? It's perfect for my lunch
< Ask at the counter, Ruth, we'll give you a couple.

# comment bag | Steffen Kolb | steffenkolb | 14
> Finally no plastic window. Now do the cake boxes
< Cake boxes are next, Steffen. The first cardboard ones arrive in a few weeks.

# direct | Lena Wirth | lenawirth | 14 12:10
> Hi, I ordered NK-3166 for this morning and was told there's no order. Had to leave without.
< Lena, I'm really sorry. It was written on the wrong day. Can we bring it to you this afternoon by bike, no charge?
> That would help, I'm home until 5. Same address as last time
< On its way at 3. And a bag of knots with it.
> Just arrived, thank you 💚
< Enjoy, and sorry again.

# review | Piet Vermeer | pietvermeer | 13
> ★★★★★ Drove from Potsdam for the rye. Would drive from Rotterdam.
< Please don't, Piet, but if you do, call ahead and we'll keep you one.

# mention | Zofia Lang | zofialang | 13
> Today's lunch: @nordkrume heel, butter, salt. I don't want to talk about it.
< Nothing to add, Zofia.

# direct | Caleb Storr | calebstorr | 12 15:45
> Do you sell your starter? Mine died, long story
< Our condolences, Caleb. Yes, 3 euros for a jar, just ask. Bring the jar back and it's free.
> Deal
< See you.

# comment seeds | Anja Riedl | anjariedl | 10
> How much spelt is in it, 100 % or mixed?
< 100 % spelt, Anja, half of it wholegrain.

# comment seeds | Ivo Kranz | ivokranz | 10
> the sesame seed comment sent me 😂
< He's been found, Ivo. He's fine.

# direct | Mira Yilmaz | mirayilmaz | 10 09:35
> Hi, can you do a wedding bread, like a big decorated one? 60 guests
< Hi Mira, congratulations! We can do a 4 kg loaf with a wheat pattern. When's the day?
> Last Saturday of the month
< Free for you. Could you come by for ten minutes this week to choose the pattern?
> Thursday at 4?
< Thursday at 4. Ask for Jonas.

# review | Doris Kempf | doriskempf | 10
> ★★☆☆☆ Card machine "broken" for the third time, and no cash machine nearby.
< Doris, you're right to be annoyed. The new terminal is in since Monday. Sorry for the walk.

# mention | Bram de Wit | bramdewit | 9
> @nordkrume can you freeze the seeded spelt?
< Yes, Bram. Slice it first, freeze it the day you buy it, toast it straight from frozen.

# direct | Paula Heinze | paulaheinze | 9 11:05
> I was charged twice for my order on Sunday, 14.60 both times. I've got the statement here
< Sorry Paula. Could you send a photo with only the two lines visible, no card number?
> sent
< Found it. The second one is refunded, it takes two or three days to show.
> Great, thank you for the quick help
< Of course.

# comment hands | Theo Lindqvist | theolindqvist | 6
> Do you take career changers? I'm a teacher and I'm up at five anyway
< Theo, teachers are our favourites. Write to jobs at nordkrume.example and come for a trial shift.

# comment hands | Carla Brunn | carlabrunn | 6
> what's the pay? you should put it in the post
< Fair point, Carla: 16.50 an hour plus night bonus, and all the bread you can carry.

# comment hands | Hugo Mertens | hugomertens | 6
> @saskia.b your dream and my nightmare
< We need exactly one Saskia.

# direct | Franziska Ott | franziskaott | 8 17:25
> Is your apple slice gluten free by any chance?
< Sorry Franziska, no. We've nothing gluten free, with this much flour in the air it wouldn't be honest.

# review | Miguel Santos | miguelsantos_ | 8
> ★★★★☆ Lovely place. Two tables more and I'd move in.
< Two stools are coming, Miguel. Rent is due on the first.

# mention | Katrin Vogel | katrinvogel | 8
> If @nordkrume ever stops making the poppy seed cake I'm leaving the city.
< Stay, Katrin. It's safe.

# direct | Aron Feld | aronfeld | 7 10:10
> Hi, I'd like to cancel NK-3190 for tomorrow, I'm ill
< Cancelled, Aron. Get well, soup and rye help.
> Thanks, that's kind
< 💚

# comment seeds | Beate Lorenz | beatelorenz | 7
> Mine was a bit raw in the middle yesterday
< That shouldn't happen, Beate. Seeded spelt needs to cool for two hours and yours was probably sold too warm. Come by for a new one, please.
> ok thank you, will do
< Just mention the message.

# review | Sarah Linden | sarahlinden | 6
> ★★★★★ They kept a loaf for me because I texted I'd be late. Who does that?
< Bakers with a soft spot, Sarah.

# direct | Dmitri Pavlenko | dmitripavlenko | 5 13:50
> Hello! Does the sourdough course also work for kids? She's 11 and obsessed
< Hello Dmitri! From ten on with an adult, kids pay half. She'll love the oven.
> Two places for the next one then please
< Booked. Tell her to bring a name for her starter.

# review | Uwe Thalmann | uwethalmann | 5
> ★★★☆☆ Good bread but the line blocks the whole pavement on Saturdays.
< We've marked the line along the wall now, Uwe, so prams get past. Thanks for the nudge.

# mention | Ada Winter | adawinter | 4
> Bought a @nordkrume loaf for the weekend. It's Friday night. There's no loaf.
< Open tomorrow from seven, Ada. Buy two.

# direct | Jakob Steiner | jakobsteiner | 4 09:20
> Any chance you could bake the rye less dark? My father can't chew the crust any more
< Of course, Jakob. Tell us the day before and we take one out ten minutes early. Same price.
> That would make him very happy
< Then that's settled. Which day suits him?
> Fridays
< Every Friday, one soft rye, under Steiner.

# review | Claire Dupin | clairedupin | 3
> ★★★★★ Cinnamon knots that taste of cinnamon, not of sugar. Finally.
< That's the whole idea, Claire. Thank you.

# comment pie | Martin Oehler | martinoehler | 1 09:40
> Can I reserve a whole one for Sunday?

# direct | Hanna Kroll | hannakroll | -1900
> Hi, we'd like coffee and cake for about 25 people on a Tuesday afternoon, would that work at your place?

# direct | Isabel Funke | isabelfunke | -310
> NK-3207, I picked it up and it's the wrong cake, it says Happy Birthday Klaus. There's no Klaus here. The party starts at 4!!

# mention | Tom Becker | tombecker_ | -9
> Love the new packaging, @nordkrume, where can I recycle the bag with the crumbs in it?

# review | R. Silva | rsilva | -95
> ★★☆☆☆ Waited 40 minutes on Sunday, then they ran out right in front of me. No apology.

# comment pie | Jasper Holm | jasperholm | -54
> is there cinnamon in the pie? wife can't have it

# comment pie | Nele Fischer | nelefischer | -260
> @lotte_fi Sunday. You, me, pie.
`;
