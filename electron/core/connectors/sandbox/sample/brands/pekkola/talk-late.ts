/** Pekkola Outdoor, the last two weeks; what nobody has answered stands at the end. */
export const talk = `
= boots | 13 10:15 | Resoling week: bring your boots until Saturday, ready in five days instead of fifteen.
= wool | 8 09:30 | Merino from a farm two hours away, knitted in town. First batch: 200 sweaters, numbered.
= sale | 3 10:00 | Sample sale on Saturday from ten. Demo tents, single gloves (ask), last season's packs. Cash and card.

# comment boots | Sini Laakso | sinilaakso | 12
> Do you do climbing shoes too?
< Not ourselves, Sini, we send them to a cobbler we trust. Two weeks, 48 euros.

# comment boots | Matteo Ricci | matteoricci | 12
> can i post them to you from italy?
< You can, Matteo. Write to the repair bench first for a form, customs likes forms.

# direct | Nora Haugen | norahaugen | 12 14:00
> Hi, I got the wrong colour, ordered moss and got a very bright orange. PO-51163
< Hi Nora, sorry about that. Keep the orange one until the moss arrives, it ships today. A return label is in the parcel.
> Funny thing is my partner wants to keep the orange
< Then keep it at 20 % off, and we'll both call it planned.
> Deal 😄
< Settled.

# review | Ilkka Saarinen | ilkkasaarinen | 12
> ★★★★★ Map night was the best evening I've had in a shop. Learned more than from ten videos.
< Come again next month, Ilkka. Bring the route you told us about.

# mention | Yara Costa | yaracosta | 11
> @pekkola do you have left-handed knives? Serious question
< We do, Yara, two models. Drop in and try them on a piece of birch.

# direct | Simon Ashby | simonashby | 11 09:40
> I need the instructions for the Tuli stove, lost mine years ago
< Hello Simon, they're on the product page at the very bottom, as a PDF. If it burns yellow after a long sleep, clean the jet first.
> It did burn yellow. How did you know
< They all do after a few years.

# review | Helmi Koskela | helmikoskela | 11
> ★★☆☆☆ Waited a week for an answer about my claim. The solution was fair, the silence was not.
< You're right, Helmi. We were two people short and should have said so. Thank you for writing it down.

# comment boots | Andy McKay | andymckay | 10
> Dropped mine off today. Guy at the counter looked at them like at a sick dog
< They'll live, Andy. Ready on Friday.

# direct | Bianca Wolf | biancawolf | 10 16:30
> Hi, can I change PO-51188 from pick-up to delivery? Broke my foot, ironic I know
< Oh no, Bianca. Changed, no extra charge, it'll be with you on Thursday. Heal well.
> So kind, thank you
< Take care of that foot.

# mention | Teemu Halla | teemuhalla | 9
> If you see a grown man hugging a numbered sweater in front of @pekkola, keep walking.
< We saw nothing, Teemu.

# comment wool | Ingrid Moe | ingridmoe | 7
> Is it itchy? I have skin that hates everything
< It's 19 micron, Ingrid, soft for most people. Try it in the shop for ten minutes and you'll know.

# comment wool | Leo Baptiste | leobaptiste | 7
> What sizes are left?
< S, L and XL, Leo. M went in a day, the second batch is being knitted.

# comment wool | Ursula Kern | ursulakern | 7
> 189 euros for a sweater, you must be joking
< It's a lot of money, Ursula. It pays the farm and the knitters here in town, and we mend it for free for ten years.

# direct | Leo Baptiste | leobaptiste | 6 11:15
> Could you tell me when M is back? For the sweater
< Hello Leo, in about two weeks. Shall we keep one for you, no obligation?
> Yes please
< Number 214 is yours for three days once it's here.

# review | Aino Makela | ainomakela | 6
> ★★★★☆ Bought a used tent from their rental stock, spotless and half the price.
< Glad it found a good home, Aino.

# direct | Gareth Lowe | garethlowe | 6 13:50
> Are dogs allowed in the shop? Mine is large and smells of lake
< Of course, Gareth. There's a bowl by the door, and the floor has seen worse.

# mention | Vilma Ek | vilmaek | 5
> @pekkola your delivery bike nearly ran me over on the bridge this morning. Maybe slower?
< Vilma, we're sorry. We've spoken to the rider and he's sorry too. The bridge is walking pace from now on.

# comment wool | Oona Peltola | oonapeltola | 5
> @miro.p your birthday present is sorted
< We'll wrap it in brown paper so he can't guess.

# direct | Tomasz Wilk | tomaszwilk | 5 10:10
> Hello, do the crampons C2 fit a flexible boot? The chart confuses me
< Hello Tomasz, no, C2 needs a semi-stiff sole at least. For a flexible boot take the C1 with straps. Send a photo of the boot and we'll tell you for sure.
> Sent. It bends quite a lot
< Yes, C1 then. They're also 20 euros cheaper.

# review | Emil Dahl | emildahl | 4
> ★★★★★ My granddad's rucksack came back from the repair bench with the old straps, just stitched. Cried a little.
< So did the person who stitched it, Emil. Carry it far.

# mention | Ruben Vos | rubenvos | 4
> Day 6, everything hurts, tent still up. Thanks @pekkola for the extra guy line advice.
< Eat something warm, Ruben. Which fell are you on?

# comment sale | Katja Harju | katjaharju | 2 08:40
> What time do people start queueing?
< Last time from about nine, Katja. Coffee's outside.

@ pekkola.repairs
# direct | Jens Holt | jensholt | 9 12:30
> My down jacket came back and it's missing the cord lock at the hem
< Sorry Jens, that fell off our table. A pair is in the mail to you, it pushes on without tools.
> Cheers
< And one spare.

# direct | Maija Vuori | maijavuori | 4 15:20
> How do I wash a waxed jacket without ruining it?
< Cold water, soft brush, no detergent, Maija. Hang it to dry and re-wax the shoulders.

# direct | Colin Frost | colinfrost | -205
> Sent you my boots for resoling 9 days ago, tracking says delivered, haven't heard a word. Trip is on Friday.

@ pekkola
# comment sale | Viljami Suo | viljamisuo | 1 19:10
> Will there be kids' rain trousers? size 116

# comment sale | Freya Nolan | freyanolan | -37
> Single gloves?? I've lost three rights. Take my money

# direct | Markus Egger | markusegger | -2100
> Hello, your size chart says EU 43 = 27.5 cm, the box says 28. Which is right? I'd rather not send them back twice.

# direct | Elina Joki | elinajoki | -64
> hi i paid for express PO-51240 and it still says "packed". We leave tomorrow at 6 in the morning

# review | Boris Hlavac | borishlavac | -410
> ★☆☆☆☆ Tent leaked at the seams on the first night. 420 euros. Very disappointed.

# mention | Hannes Lund | hanneslund | -16
> Is it true that @pekkola mends things bought somewhere else, or is that a legend?
`;
