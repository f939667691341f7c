/** Wrenfield Cycles, the last two weeks; what nobody has answered stands at the end. */
export const talk = `
= recall | 13 10:00 | Safety notice: stems of batch 24-B (Foxley) may have a bolt of the wrong grade. Please stop riding and check your number on our site. Replacement is free, anywhere.
= paint | 8 12:00 | Colour vote: Estuary, Rust or Oatmeal for the next Foxley? Estuary is ahead by eleven.
= school | 3 09:30 | Frame-building weekend, four places. You'll leave with a mitred tube, a blackened thumb and strong opinions.

# comment recall | Hugh Baxter | hughbaxter | 12
> How do I find the batch number?
< Under the stem, Hugh, two digits, dash, letter. If it's worn, send us the frame number and we'll look it up.

# direct | Esme Cartwright | esmecartwright | 12 09:15
> Mine is 24-B. What do I do now? I commute on it
< Thanks for checking, Esme. Please leave it parked. A new stem and a fitting voucher for your nearest shop are on their way, they arrive tomorrow. If you need to get to work meanwhile, we'll pay the bus.
> That's decent of you. Which shop?
< Any shop within reach, the voucher is good everywhere. Send us the receipt if they won't take it.
> All done, new stem fitted. Thanks
< Good to hear, Esme. Safe riding.

# comment recall | Colm Brady | colmbrady | 12
> Credit where due, my last bike brand needed a lawsuit for this
< Thanks Colm. It's a bolt, but it's the bolt you steer with.

# review | Tracey Lund | traceylund | 12
> ★★★☆☆ Handled the recall well. Would have preferred no recall.
< So would we, Tracey. Fairly put.

# direct | Otis Grainger | otisgrainger | 11 16:40
> I bought a Foxley second hand, do I get the replacement too?
< Yes, Otis. It's about the bolt, not the receipt. Send us your address and the frame number.
> WF-3120, address by mail
< Got both, it leaves in the morning.

# mention | Greta Sund | gretasund | 11
> Wet leaves, mudguards by @wrenfieldcycles, dry socks. I'm at peace.
< The long flap was worth the argument we had about it, Greta.

# comment recall | Priya Nambiar | priyanambiar | 11
> my number isn't accepted by the form, says invalid
< Sorry Priya, the form didn't like lower case. Fixed ten minutes ago, could you try once more?
> works now, not affected, phew
< Phew indeed.

# direct | Walter Dunne | walterdunne | 10 10:30
> Good day. I would like the Longmoor in left-hand drive, i.e. the brake levers swapped, as in my country the front brake is on the right
< Good day Walter, we build every bike with the levers where you want them. It's noted on your order: front brake right.
> Very good, thank you
< A pleasure.

# review | Imogen Clay | imogenclay | 10
> ★★★★★ Took it to a race I'd no business entering. Came last, grinning.
< Somebody has to guard the rear, Imogen.

# mention | Rhys Bevan | rhysbevan | 9
> @wrenfieldcycles can I fit a child seat to the Foxley rack? 14 kg of toddler
< Not to the standard rack, Rhys, it's rated for 20 kg but not for a seat. The reinforced one is, 65 pounds, and we'd want to see the seat's model first.

# direct | Rhys Bevan | rhysbevan | 9 20:10
> Model is on the photo. Is it ok with the reinforced rack?
< Good evening Rhys. It is, that seat clamps to the seat tube and ours is 28.6 mm, right in its range. Please fit the rack's second stay as well.
> Perfect, ordering both
< Enjoy the school run.

# comment paint | Zack Ellery | zackellery | 7
> Oatmeal is just beige with a mortgage
< And yet it's gaining, Zack.

# comment paint | Marit Holm | maritholm | 7
> Rust! Then nobody notices when it does
< The inside is treated, Marit, but we like the thinking.

# comment paint | Chloe Dance | chloedance | 7
> is there any chance of the old burgundy coming back
< Every chance, Chloe, custom colours are 140 pounds and burgundy is one of them.

# direct | Fergus Lyle | ferguslyle | 6 13:05
> Hi, my rear wheel has gone out of true twice in a month. 900 km on it. Is that covered?
< Hi Fergus, it is. Twice isn't bad luck, it's uneven tension. Send us the wheel, we'll rebuild it and send you a loan wheel first so you don't lose the bike.
> Loan wheel would be amazing
< It's on its way, 135 mm, same cassette.

# review | Bram Kuiper | bramkuiper | 6
> ★★★★☆ Ordered from Rotterdam. Customs was a pain, the bike isn't.
< Thank you Bram. From now on the customs papers go digitally ahead of the box.

# mention | Hattie Quill | hattiequill | 6
> Overheard at the @wrenfieldcycles social ride: "I'm only here for the data." He had three slices.
< That's still data, Hattie.

# comment paint | Sol Medina | solmedina | 5
> @lou.medina you get one vote, make it count
< We need Lou to break the tie.

# direct | Agnes Birch | agnesbirch | 5 09:45
> Dear Wrenfield, what oil for my chain? My late husband always did it and I don't know where to begin
< Dear Agnes, a drop of any light bicycle oil on each link, turn the pedals backwards for a minute, wipe off what you can see. If you're near Bristol come by, we'd be glad to show you over a cup of tea.
> How kind. I shall come on Thursday
< We'll have the kettle on.

# review | Toby Furness | tobyfurness | 4
> ★★☆☆☆ Phone line is never answered. E-mail took four days.
< Toby, we're five people and the phone loses. There's a call-back form now, within two working hours, and we've answered your mail this morning.

# mention | Nia Powell | niapowell | 4
> Does @wrenfieldcycles run on Sundays if it rains sideways?
< If the forecast says over 50 km/h we ride to the cake only, Nia. Two kilometres.

# direct | Elliot Strand | elliotstrand | 3 11:50
> Is the bottle boss spacing 64 mm on the fork too?
< It is, Elliot, 64 mm, three-bolt. M5, 3 Nm, not more.

# comment school | Harriet Boon | harrietboon | 2 10:30
> Is welding experience required?
< None at all, Harriet. We braze, and we start with scrap.

# comment school | Kwame Boateng | kwameboateng | 1 14:10
> Do we get to keep what we make? And how much is it?

# comment school | Ffion Rees | ffionrees | -40
> @gethin.r Christmas AND birthday

# direct | Lorcan Daly | lorcandaly | -55
> Front brake makes a grinding noise since this morning, after the new pads. Safe to ride home 12 km?

# direct | Vivian Stone | vivianstone | -1700
> Hello, deposit paid on WF-3420 three weeks ago, and my Friday note didn't come. Is the build date still right?

# review | Neil Abara | neilabara | -280
> ★★☆☆☆ Frame arrived with a dent in the top tube. Box was fine, so it left like that.

# mention | Cass Whitby | casswhitby | -19
> Hi @wrenfieldcycles, is batch 24-D affected as well? The form gives me a blank page

# comment recall | Dominic Sharpe | dominicsharpe | -190
> Second time I ask here: I've had no voucher and it's been ten days. Frame WF-3277.
`;
