/** Wrenfield Cycles, the first two of the four weeks. */
export const talk = `
= tourer | 28 09:00 | The Longmoor tourer, third edition: same geometry, clearance for 50 mm tyres, and the rack mounts you kept asking for.
= torque | 22 13:00 | Workshop film: fitting a headset in six minutes, with all torque figures on screen. Tools listed in the description.
= ride | 17 08:15 | Sunday social ride, 45 km, no one gets dropped, cake at 28. Meet at the workshop, nine o'clock. #ridewrenfield

# comment tourer | Graham Pell | grahampell | 27
> Can it take a 2x crankset or is it 1x only?
< Either, Graham. There's a removable hanger in the box, chainline 45 mm for 2x.

# comment tourer | Anouk Visser | anoukvisser | 27
> Frame weight, please? Size 54
< 2.1 kg for the 54, Anouk, painted, with the hanger.
> Less than I feared!
< Steel has moved on. Most people's luggage hasn't.

# direct | Dev Malhotra | devmalhotra | 27 12:20
> Hi, frame no. WF-3308, I'd like to know which headset standard it has
< Hi Dev, that one is EC34 top and bottom. The parts list for your number is attached to your order page under "build".
> Found it, thank you very much
< You're welcome.

# review | Kathleen Orr | kathleenorr | 27
> ★★★★★ Fitted, built and fettled in an afternoon, and they made tea for my husband who was bored.
< Thank you Kathleen. He's welcome back, he sharpened our chisels.

# mention | Iwan Pritchard | iwanpritchard | 26
> 1,100 km through Wales on a @wrenfieldcycles Longmoor and not one creak. From the bike. My knees are another story.
< Congratulations Iwan. Knees we can't warranty.

# direct | Louise Tamblyn | louisetamblyn | 26 09:10
> Good morning. The paint on the seat tube is chipping after five months. Photo attached.
< Good morning Louise, sorry to see that. It looks like the clamp was a size too small. We'll repaint the tube at our cost, it takes eight working days. Would collection on Monday suit you?
> Monday is fine. Will the colour match?
< Yes, same batch, we keep 200 ml of every one.
> Impressive. See you Monday then
< The courier comes between ten and twelve.

# comment tourer | Felicity Moss | felicitymoss | 26
> @ed.gray is this the one you wouldn't shut up about
< Ed has taste, Felicity.

# review | Raj Sandhu | rajsandhu | 25
> ★★☆☆☆ Beautiful bike, but quoted ten weeks and it took seventeen. Had to chase for every update.
< Raj, seventeen weeks was too long and the chasing was our fault. Since last month every customer gets a note each Friday, news or no news. Your first service is free, for whatever that's worth.

# direct | Barney Holt | barneyholt | 25 17:35
> is 28 psi too low for 47s? i'm 92 kg plus bags
< With bags, yes, Barney. Start at 38 rear and 34 front and go down two at a time until it feels right. Never under 30 with that load.
> cheers will try
< Check the rim's printed maximum too, please.

# mention | Noemi Farkas | noemifarkas | 25
> The green @wrenfieldcycles parked outside the library: whoever you are, your bike is gorgeous and your left light is on.
< If it's yours, dear reader, go and switch it off.

# comment tourer | Duncan Reeve | duncanreeve | 24
> Dynamo routing internal or external?
< Internal down the fork leg, Duncan, with a 4 mm exit at the crown.

# review | Petra Lindh | petralindh | 24
> ★★★★☆ Superb build quality. Website needs a proper size calculator instead of a PDF.
< A fair point, Petra, it's being built. Until then send us inseam and arm length and we'll do it by hand.

# direct | Marcus Wyatt | marcuswyatt | 23 11:00
> Hi, could I still change the order to the longer stem? Build date is next week. WF-3391
< Hi Marcus, yes, changed from 90 to 100 mm. No extra cost. Anything else, now's the time.
> Nope, that's it. Can't wait
< Neither can Gwen, she's building it.

# comment torque | Lena Wirth | lenawirth_mtb | 21
> Minute 3:20, the torque figure is wrong, 6 Nm would strip that bolt
< You're right, Lena, the caption says 6 and it should be 4 Nm. We've pinned a correction and are re-uploading tonight. Thank you.
> Respect for fixing it so fast
< Better a red face than a stripped thread.

# comment torque | Stu Wainwright | stuwainwright | 21
> What grease do you use on the cups?
< Plain lithium grease, Stu, thin, on steel into steel only.

# comment torque | Olga Petrenko | olgapetrenko | 21
> Please do bottom brackets next, I've been avoiding mine for a year
< It's on the list for next month, Olga. Don't ride it if it has play.

# direct | Yusra Amin | yusraamin | 20 14:15
> Hello, is there a weight limit on the Foxley? My brother is 130 kg and always gets told "it should be fine"
< Hello Yusra, it's 120 kg rider plus 20 kg load for the Foxley, tested. For your brother we'd build the Longmoor with 36-spoke wheels, tested to 160 kg in total.
> Finally a number. Can he come for a test ride on Saturday?
< Yes, at eleven. Ask for Gwen, she'll have one set up.

# mention | Caspian Rowe | caspianrowe | 20
> Does anyone know if @wrenfieldcycles still does frame-only?
< We do, Caspian, 1,150 pounds with fork, eight weeks.

# review | Moira Fenn | moirafenn | 20
> ★★★★★ I'm 66 and 153 cm and this is the first bike that fits me. I could cry, and did.
< Moira, you've made the whole workshop rather quiet. Ride it far.

# direct | Ted Harkness | tedharkness | 19 08:50
> Morning. Insurance wants proof of the frame number after a theft. WF-2870. Gutted.
< Morning Ted, we're sorry, that's rotten. The certificate is in your inbox, and we've marked WF-2870 as stolen in our register, any shop that calls us will know.
> Thank you so much, that was ten minutes
< Fingers crossed. Keep us posted.

# mention | Billie North | billienorth | 19
> My dad built frames for 40 years. He looked at my @wrenfieldcycles, ran his thumb along the weld, nodded once. Highest praise.
< Billie, please tell him that made our week.

# comment ride | Alice Thorpe | alicethorpe | 16
> Is an e-bike allowed or will I be judged?
< Allowed and not judged, Alice. You may be asked to carry the cake.

# comment ride | Jonty Marsh | jontymarsh | 16
> 28 km is a long time without cake
< There's a banana at 14, Jonty.

# direct | Sanjay Iyer | sanjayiyer | 16 19:25
> Hi! Do you do bike fits for bikes you didn't make?
< Hi Sanjay, we do, 85 pounds, about ninety minutes. Next free slot is Wednesday at two.
> Booked on the site, thanks
< See you on Wednesday. Bring your usual shoes.
`;
