/** What customers of Wrenfield Cycles may write from now on. */
export const live = `
% Abel Norwood | abelnorwood
% Bethan Ames | bethanames
% Cyrus Doyle | cyrusdoyle
% Dora Sinclair | dorasinclair
% Euan Mackie | euanmackie
% Flora Hobbs | florahobbs
% Gideon Ashe | gideonashe
% Hollie Trent | hollietrent
% Isla Kerr | islakerr
% Jem Colley | jemcolley
% Kit Marlow | kitmarlowrides
% Leah Osei | leahosei
% Mabel Crane | mabelcrane
% Ned Purcell | nedpurcell
% Orla Finch | orlafinch
% Percy Hale | percyhale
% Rowan Tighe | rowantighe
% Sadie Kemp | sadiekemp
% Tom Ollerton | tomollerton
% Una Brook | unabrook
+ Brilliant, thanks for the figures.
+ Thank you, that's very clear.
+ Cheers, appreciate it.
+ Right, I'll give that a go.
~ And what torque for the other bolt?
~ Would that change the warranty?
? direct
> Hi, what's the biggest tyre that clears the Foxley with mudguards?
~ Is that measured or printed width?
? direct
> Build date for WF-3455 has moved twice now. Could you tell me where it stands?
+ OK, thanks for being honest about it.
? direct
> Hello, I'd like to sell my Longmoor. Do you take bikes back or know someone?
? direct
> Which bottom bracket do I need for WF-2961? There are about nine on the internet
? direct
> Seatpost is stuck. Tried oil, tried swearing. What next?
~ Could I bring it in before I break something?
? direct
> Can you send to Norway and what does it cost?
? direct
> My daughter is 148 cm. Is the smallest Foxley already an option or should we wait a year?
? direct
> hiya do you do student discount
? comment
> Is this available as frame only?
? comment
> That lugwork 🤩
? comment
> @mattie.b tell me this isn't perfect
? comment
> Why no disc version? Genuinely curious
? comment
> Waited so long that my legs got old
? comment
> What saddle is that?
? comment
> Will the old rack fit the new mounts?
~ Even the front one?
? mention
> Passed three @wrenfieldcycles on the towpath today. We all nodded. It's a cult and I'm in.
? mention
> @wrenfieldcycles your map link for Sunday's ride goes to a car park in Swindon
? mention
> Somebody nicked my light but left the @wrenfieldcycles. Amateurs.
? mention
> Hill: 14 %. Me: broken. @wrenfieldcycles low gear: thank you.
? direct
> Which of your racks takes a 25 litre pannier without heel strike? Shoe size 46
? mention
> Is there a waiting list for the @wrenfieldcycles frame school?
? review
> ★★★★★ Ten years old, still silent, still mine.
? review
> ★★★☆☆ Great bike, communication could be better.
? review
> ★★★★☆ The fit session changed everything. Bring snacks, it takes a while.
? review
> ★☆☆☆☆ Wrong fork delivered, now waiting again..
`;
