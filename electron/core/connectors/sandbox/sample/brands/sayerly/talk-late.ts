/** Sayerly, the last two weeks; what nobody has answered stands at the end. */
export const talk = `
= metal | 13 11:00 | No, we won't make a metal card. They're heavy, they set off gates, and you'd be paying for it. Ours is made of old fishing nets.
= rate | 8 09:00 | Savings go up to 2.4 % from the first of next month. You don't have to do anything. That's the post.
= night | 3 17:30 | Help is now open from 6 in the morning until midnight, all week. Real people, Dublin and Porto.

# comment metal | Ronan Tuohy | ronantuohy | 12
> Fishing nets! Does it smell 🐟
< Only on Fridays, Ronan.

# comment metal | Jess Okonkwo | jessokonkwo | 12
> My old one still works, do I have to swap?
< No, Jess. You'll get the new one when yours runs out.

# comment metal | Mick Lavelle | micklavelle | 12
> paying for metal cards is how i know who not to split a bill with
< Officially we've no opinion, Mick.

# review | Saoirse Nolan | saoirsenolan | 12
> ★★★★★ Lost my wallet on a Sunday, had a working card on my phone within four minutes.
< That's what it's for, Saoirse. Hope the wallet turns up.

# mention | Dan Pritchett | danpritchett | 11
> @sayerly please let me rename my accounts to more than 12 characters, "Emergency fu" is not a good look
< Dan, that made our day. 30 characters from next Tuesday.

# review | Brid Kinsella | bridkinsella | 11
> ★★☆☆☆ Transfer to my sister took two days. It's supposed to be instant.
< Sorry Brid. Instant works when the other bank takes part, and hers joins next month. We should have said so on the screen, and now we do.

# mention | Yvonne Slattery | yvonneslattery | 10
> If you're with @sayerly check your Subscriptions page. I was paying for two gyms. TWO.
< How are the muscles, Yvonne?

# comment metal | Lorna Casey | lornacasey | 10
> @niall.c told you nobody is impressed
< Niall, we're a little impressed.

# review | Anton Bauer | antonbauer | 9
> ★★★★☆ Very good exchange rates. Statements as CSV would help me a lot.
< You'll find CSV under Statements, Share, Anton. It's a bit hidden, we're moving it up.

# mention | Maeve Gorman | maevegorman | 9
> Explained my mortgage to my nan with a @sayerly post. She said "why don't they all talk like that".
< Your nan is our new head of communication, Maeve.

# comment rate | Finbarr Daly | finbarrdaly | 7
> Is that for existing customers as well or only new ones?
< For everyone, Finbarr. We don't do teaser rates.
> Well. Fair play
< Thank you.

# comment rate | Ines Carvalho | inescarvalho | 7
> fixed or can it drop again?
< It can change, Ines, up or down. If it drops you hear it sixty days before.

# comment rate | Gerry Mannion | gerrymannion | 7
> 2.4 is still below inflation, don't celebrate
< That's true, Gerry, and we'd rather you knew it.

# comment rate | Pia Novotna | pianovotna | 6
> Do shared pots get it too?
< They do, Pia, same rate, from the same day.

# review | Colette Roche | coletteroche | 6
> ★★★★★ My small shop switched. Card terminal came in two days and the fees are on one line.
< Thank you Colette. We hear the scones are excellent.

# mention | Tadhg Power | tadhgpower | 5
> @sayerly any plans for joint accounts for people who aren't couples? My brother and I run a boat
< A shared pot with "two yeses" does it today, Tadhg. A proper account for groups comes in spring.

# review | Rory Malone | rorymalone | 4
> ★★★☆☆ App is fine. The hold music isn't.
< Rory, we changed it to birdsong this morning. Too much?

# mention | Siobhan Egan | siobhanegan | 4
> Got a letter from @sayerly with the sentence "You don't need to do anything." Framing it.
< We'll sign it if you bring it by, Siobhan.

# comment night | Eoin Hanley | eoinhanley | 2 09:00
> What about bank holidays?
< Same hours, Eoin. Christmas Day from ten.

@ sayerly.help
# direct | Mairead Foley | maireadfoley | 12 10:25
> Hello, I sent 300 euros to the wrong person, same first name in my list. Can you pull it back?
< Hello Mairead, we can't pull it back by ourselves, but we've asked the other bank, and most people agree within a day. Shall we also send the person a friendly note through the app?
> Please do. I feel so stupid
< Don't, it's a design problem when two Johns look alike. We're adding pictures.
> It came back!! Thank you
< Wonderful. Have a good evening, Mairead.

# direct | Ciaran Dwyer | ciarandwyer | 10 16:50
> how do i get a letter for my visa that shows my balance, need it by tmrw
< Hi Ciaran, in the app under Documents, Balance letter. It's signed and ready in a minute, in English, Spanish or French.
> lifesaver
< Safe travels.

# direct | Helen Brogan | helenbrogan | 8 09:10
> My father passed away. I'm his executor. What do I need to do?
< Dear Helen, we're very sorry. You don't need to do anything today. When you're ready, one document is enough, the grant of probate. I'm Aoife, I'll be your one contact and I've put a hold on the standing orders so nothing goes out meanwhile.
> Thank you Aoife. It helps to have one name
< Take the time you need. You can write here at any hour.

# direct | Bogdan Ionescu | bogdanionescu | 6 12:40
> Hi the app says my phone is not supported any more since yesterday. android 9
< Hi Bogdan, that's right, and we told you too late, sorry. You can use everything at web.sayerly.example with the same login, and the card isn't affected.
> ok works thanks
< Good to hear.

# direct | Una Rafferty | unarafferty | 4 19:35
> Can I get my card in braille or with a notch? My sight is getting worse
< Hi Una, yes, every new card has a notch on the short side and we can add braille. Shall we send one?
> Yes please, both
< It's ordered, no charge, here within five days.

# direct | Paddy Nugent | paddynugent | -1300
> Standing order for my rent went out twice. 2 x 1,150. I need one back before Friday or the next one bounces

# direct | Agata Kowal | agatakowal | -88
> Hello, someone called and said they are from your security team. I gave them a code before I thought. What do I do???

# direct | Donal Keaney | donalkeaney | -33
> Card swallowed by a machine in Faro, flight home tomorrow. Can I get cash any other way?

@ sayerly
# comment night | Ruth Lennon | ruthlennon | 1 20:15
> Is the chat also there for business accounts at those hours?

# comment night | Barry Quirke | barryquirke | -240
> Midnight?? Somebody give these people a raise

# review | Nuala Grimes | nualagrimes | -360
> ★★☆☆☆ Refund from a shop shows as "pending" for eight days now. Chat says wait. Shop says ask the bank.

# mention | Oisin Mac | oisinmac | -12
> @sayerly is the app slow today or is it the wifi on this train
`;
