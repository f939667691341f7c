/** What customers of Pekkola Outdoor may write from now on. */
export const live = `
% Aki Heino | akiheino
% Brenda Shaw | brendashaw
% Clara Stein | clarastein
% Dag Nilsen | dagnilsen
% Essi Palo | essipalo
% Felix Baum | felixbaum
% Gunnar Ask | gunnarask
% Heli Raita | heliraita
% Isak Thorn | isakthorn
% Jenna Oja | jennaoja
% Kurt Meyr | kurtmeyr
% Liisa Hovi | liisahovi
% Moira Keane | moirakeane
% Niko Salmi | nikosalmi
% Oskari Ranta | oskariranta
% Pia Westlund | piawestlund
% Rory Campion | rorycampion
% Saara Lampi | saaralampi
% Tor Eide | toreide
% Venla Kuusi | venlakuusi
+ Clear, thank you.
+ Thanks, that was quick.
+ Good to know. Kiitos!
+ Perfect, I'll drop by.
~ And does that also hold for the older model?
~ Thanks. What would it cost with postage?
? direct
> Hi, is the Kaarna 2 in stock in green? The site says "few left" since yesterday
~ Could you hold one until Saturday?
? direct
> Hello, my parcel went back to you because nobody was home. Can you send it again?
+ Great, I'll be home this time
? direct
> What temperature rating would you pick for April in Lapland? I sleep cold.
~ Even with a liner?
? direct
> One of the buckles on my pack broke. Do you sell just the buckle?
? direct
> Can I try the snowshoes before I buy them?
? direct
> I was told I'd get a call back on Tuesday about my claim. It's not Tuesday any more.
~ Could you tell me who is looking after it?
? direct
> hi do you buy used gear? have 2 packs and a stove
? direct
> Do the Routa trousers come in short leg?
? comment
> Looks great but how heavy is it really, with pegs and bag?
? comment
> @eetu.k look, your dream tent
? comment
> Out of stock again. Do you only make ten of these?
? comment
> Best shop in town, just saying
? comment
> Any discount for mountain rescue members?
~ How do I show my card online?
? comment
> is it PFC free?
? comment
> My old one is from 1998 and still fine 💪
? mention
> Got caught by hail on the ridge. @pekkola jacket: 1, hail: 0.
? mention
> @pekkola is map night on this week?
? mention
> Somewhere above the treeline with @pekkola socks and no reception. Bliss, posted later.
? mention
> Not impressed, @pekkola. Two e-mails, zero answers.
? mention
> Shout-out to the person at @pekkola who re-laced my snowshoe at closing time.
? review
> ★★★★★ Honest advice, they sold me less than I wanted to buy.
? review
> ★★☆☆☆ Nice people, slow delivery. Eleven days for a pair of socks.
? review
> ★★★★☆ Rental gear in perfect condition. Parking is tricky.
@ pekkola.repairs
? direct
> Hi, how long does a zip repair take right now?
~ And if I bring it in person?
? direct
> Mattress loses air overnight, can't find the hole. Is that something you do?
? direct
> Thank you for the boots! Feel like new.
`;
