/** What customers of Sayerly may write from now on. */
export const live = `
% Aidan Crowe | aidancrowe
% Blathnaid Roe | blathnaidroe
% Cathal Prior | cathalprior
% Dympna Hughes | dympnahughes
% Emer Tallon | emertallon
% Fergal Noone | fergalnoone
% Grainne Lyons | grainnelyons
% Ivan Petrov | ivanpetrov_d
% Joao Pinto | joaopinto_d
% Kasia Maj | kasiamaj
% Lochlan Reid | lochlanreid
% Muireann Daly | muireanndaly
% Nessa Burke | nessaburke
% Owen Tully | owentully
% Proinsias Kane | proinsiaskane
% Roisin Shea | roisinshea
% Stefan Iliescu | stefaniliescu
% Theresa Boyle | theresaboyle
% Wiktor Sowa | wiktorsowa
% Zoe Farrell | zoefarrell
+ That's clear, thank you.
+ Sorted. Thanks a million!
+ Thanks for the quick reply.
+ Perfect, that worked.
~ And how long does that take to show?
~ Is there a fee for that?
? comment
> Does this cost anything?
? comment
> Finally a bank that writes like people talk
? comment
> @eoghan.m switch already
? comment
> When can I pay by watch?
? comment
> I can't see it in my app yet. Do I need an update?
+ Updated, there it is. Thanks
? comment
> Nice words. My transfer from Monday still isn't there.
~ Can I send you the details somewhere that isn't public?
? comment
> Is this for people in the North too?
? comment
> 👏👏
? mention
> @sayerly what's the cut-off for same-day transfers?
? mention
> Got my new @sayerly card. It's green. It was a net. I love it.
? mention
> Third time this week @sayerly asks me to log in again. Is that on purpose?
? mention
> My accountant asked which bank sends statements he can actually read. @sayerly, he's yours.
? mention
> Is the text I got from "@sayerly" about a parcel fee real? Looks dodgy
+ Knew it. Deleted, thanks
? review
> ★★★★★ Simple, honest, fast. Like a bank should be.
? review
> ★★☆☆☆ Waited 25 minutes on chat and then the app crashed.
? review
> ★★★★☆ Shared pots are great. Please add a widget.
? review
> ★☆☆☆☆ Card declined abroad with a queue behind me. Embarrassing.
? review
> ★★★★★ Aoife is a hero. Give her a medal.
@ sayerly.help
? direct
> Hi, I changed my phone number and can't log in any more
~ I don't have the old SIM, is that a problem?
? direct
> There's a payment of 12.99 I don't know. How do I stop it?
? direct
> hello is my money insured if something happens to you
? direct
> Can I withdraw 3,000 in cash tomorrow? Buying a used van
~ Does the limit go back down by itself?
? direct
> Need a proof of account with IBAN for my new job, where do I find that?
+ Found it, cheers
? direct
> My card was charged twice at the petrol station, 150 and 62.40. Which one is real?
~ When does the other one disappear?
? direct
> I'm getting married and changing my name. What do you need from me?
? direct
> The app shows my salary as "unusual payment". It's unusual for me too but it's real
`;
