/** Pekkola Outdoor, the first two of the four weeks. */
export const talk = `
= tent | 28 11:00 | The Kaarna 2 is back: two-person tunnel tent, 2.4 kg, and you can pitch it with gloves on. We tried. Several times.
= wax | 23 12:30 | How we re-wax a jacket in twenty minutes, step by step. Your old one has more years in it than you think. #pekkolatrails
= night | 17 16:00 | Thursday is map night: bring a route you never dared to do, we bring coffee and someone who did it.

# comment tent | Aaro Lehto | aarolehto | 27
> How does it do in real wind, not brochure wind?
< We had it on an open fell in 18 m/s, Aaro. It flexed, it was noisy, it stayed. Guy out all eight lines.
> That's the honest answer I wanted
< Any time.

# comment tent | Maren Stokke | marenstokke | 27
> Is the inner available separately? I cook in the vestibule and don't always need it
< It is, Maren, 89 euros, and the outer pitches without it.

# direct | Joel Kinnunen | joelkinnunen | 27 10:40
> Hi, order PO-51120 says delivered but there's nothing here
< Hi Joel. The driver left it at the kiosk on your corner, the code is in a text message from this morning. Can you check if it came through?
> Found it in spam. Sorry for the noise!
< No harm done. Enjoy the boots.

# review | Outi Rantala | outirantala | 27
> ★★★★★ Went in for new boots, came out with resoled old ones and 160 euros still in my pocket.
< That's a good day for us too, Outi.

# mention | Callum Reid | callumreid | 26
> Three days of rain on the trail and the @pekkola poncho is the only thing still on speaking terms with me.
< Dry it before you pack it away, Callum, and it'll stay friends.

# direct | Petra Novak | petranovak | 26 13:15
> Hello, which size would you recommend in the Routa jacket? I'm 172 cm, usually M, but want a fleece under it
< Hello Petra, with a fleece go for L, the cut is on the slim side. Returns are free for 60 days if M turns out right.
> L it is. Thanks
< You're welcome.

# review | Ismo Kettunen | ismokettunen | 26
> ★★☆☆☆ The zip of my brand new sleeping bag jammed on the second night. At minus six that's no fun.
< Ismo, that's exactly when it mustn't happen, and we're sorry. Send it to our repair bench with the return code we've messaged you, we'll replace the zip or the bag, your choice.

# comment tent | Sofia Lindh | sofialindh | 25
> @henrikl this is what we share next year, no discussion
< We like decisive people, Sofia.

# direct | Werner Kofler | wernerkofler | 25 09:55
> Hi, do you ship stove fuel to Austria?
< Hi Werner, fuel only within Finland, it's a rule for parcels. We do ship the empty bottle, and the thread fits the usual ones sold at your end.
> Makes sense, I'll take the bottle
< Good. It leaves today.

# mention | Tiina Aalto | tiinaaalto | 25
> Bought my kid her first real backpack at @pekkola. She slept with it on.
< She's ready, Tiina.

# comment wax | George Abbott | georgeabbott | 22
> Does this work on a 20 year old jacket with a torn lining?
< The wax does, George. The lining is a job for the repair bench, about 35 euros.

# comment wax | Lotta Virtanen | lottavirtanen | 22
> I used a hair dryer and it smells like a candle shop now
< Let it hang outside for a night, Lotta. The smell goes, the water stays out.

# comment wax | Ravi Menon | ravimenon | 22
> Beeswax or paraffin?
< A mix of both, Ravi. Pure beeswax goes stiff below minus ten.

# direct | Hilde Aasen | hildeaasen | 22 17:20
> Hi! I returned two pairs of trousers twelve days ago, PO-51087, no refund yet
< Hi Hilde, they arrived on Monday and were waiting for a check. That took too long, sorry. The refund of 178 euros went out just now.
> Thanks for sorting it
< Of course.

# review | Jonas Ekberg | jonasekberg | 21
> ★★★★☆ Staff actually hike. Selection of women's boots could be bigger, says my wife.
< Your wife is right, Jonas. Four more models arrive this month.

# mention | Bea Molnar | beamolnar | 21
> @pekkola is the 55 litre pack carry-on size? Asking for a very stubborn friend
< It isn't, Bea. The 38 is, if your friend can be talked into less.

# direct | Antti Saari | anttisaari | 20 10:30
> Moi, do you rent out snowshoes for a weekend? 4 pairs
< Moi Antti, we do, 12 euros a pair and day, poles included. Which weekend?
> the one after next
< Kept for you, four pairs, pick-up from Friday noon. Tell us everybody's weight when you come, it decides the size.

# review | Carmen Vidal | carmenvidal | 20
> ★★★★★ Ordered from Spain, arrived in five days with a handwritten note about how to care for the wool.
< Thank you Carmen. Kaisa writes those, she's very pleased.

# comment wax | Elmer Toivonen | elmertoivonen | 19
> How often should one do that? Once a year?
< When water stops beading on the shoulders, Elmer. For most people that's every second season.

# direct | Wanda Sikora | wandasikora | 19 15:10
> Hello, is the lamp LYHTY 300 rechargeable or batteries only? The page says both in different places
< Hello Wanda, rechargeable, USB-C. The line about batteries belongs to the older model, we've corrected the page. Thank you for spotting it.
> You're welcome :) ordering now
< Kiitos.

# mention | Paul Rigby | paulrigby | 18
> Whoever at @pekkola talked me out of the expensive rope: thank you, the cheap one was the right one.
< That was Ville, Paul. He'll be insufferable for a week.

# comment night | Emmi Korpi | emmikorpi | 16
> Do I need to sign up?
< No, Emmi. Just come by after six.

# comment night | Lars Brekke | larsbrekke | 16
> Will somebody be there who has done the whole Kungsleden in one go?
< Two people, Lars. They disagree about everything, so come early.

# direct | Salla Hietala | sallahietala | 16 12:05
> Is the shop accessible by wheelchair? Want to come to map night with my brother
< Hello Salla. The shop is, level entrance from the courtyard, and the toilet too. We'll keep two places at the big table.
> That's lovely, thank you
< See you both on Thursday.

# review | Dirk Hansen | dirkhansen | 16
> ★★★☆☆ Good shop, but the website search is a maze. Typing "gaiters" gives me hats.
< Dirk, we laughed and then we fixed it. Gaiters give you gaiters now.

@ pekkola.repairs
# direct | Kirsi Manner | kirsimanner | 26 11:30
> Hi, tent pole snapped at the ferrule. Kaarna 2, the old one from 2016. Can you fix it?
< Hi Kirsi, yes, we have that diameter in stock. Send just the broken section, 9 euros plus return postage.
> It's in the mail
< Thank you, we'll write when it's on the bench.
<(5200) Done, Kirsi. New section and new shock cord. It leaves tomorrow morning.
> You people are great
< Pitch it somewhere nice.

# direct | Ollie Barnes | olliebarnes | 19 18:45
> what does a new zip in a down jacket cost roughly
< Hello Ollie, 45 to 60 euros depending on length, and about ten days. Please wash it first, the bench thanks you.
`;
