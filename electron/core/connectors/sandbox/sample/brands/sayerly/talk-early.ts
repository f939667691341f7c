/** Sayerly, the first two of the four weeks. */
export const talk = `
= pots | 28 10:00 | You can now share a savings pot. With a partner, a flatmate or the whole football team. One pot, everyone sees the same number. #sayitplain
= fees | 21 09:30 | Our price list is one page. We've shortened it to half a page. The other half is blank, in case you want to draw something.
= scam | 16 08:45 | If someone calls and says they're from Sayerly, hang up. We never phone you out of the blue, and we never ask for a code.

# comment pots | Niamh Corrigan | niamhcorrigan | 27
> Can both people take money out or only the one who opened it?
< Both, Niamh, unless you switch on "two yeses", then each withdrawal needs the other one's OK.
> Oh that's clever. Two yeses it is
< Relationships have been saved by less.

# comment pots | Declan Foy | declanfoy | 27
> how many people max?
< Twelve, Declan. A football team plus one.

# mention | Orlaith Keane | orlaithkeane | 27
> @sayerly split the holiday pot to the cent. Four friends, zero arguments, one suspiciously large ice cream.
< We saw nothing, Orlaith.

# review | Kamil Wojcik | kamilwojcik | 27
> ★★★★★ Opened an account in nine minutes with a Polish passport. Other banks wanted a gas bill.
< Thanks Kamil. We've never understood the gas bill either.

# comment pots | Sinead Hart | sineadhart | 26
> @brianh the wedding fund lives here now ok
< Brian, congratulations, it seems you've been informed.

# review | Peter Mulcahy | petermulcahy | 26
> ★★☆☆☆ App logged me out at the till, card worked but I couldn't see my balance for two hours.
< Sorry Peter, that was the outage on Thursday between one and three. We've written down what happened and what we changed, it's on our status page, in plain words.

# mention | Ailbhe Doran | ailbhedoran | 26
> The @sayerly app just told me "that's your fourth coffee this week, no judgement". I feel judged.
< You can switch it off under Nudges, Ailbhe. Enjoy the fifth.

# comment pots | Ewan Scott | ewanscott | 25
> Does the interest count per person for tax?
< It does, Ewan. Each person's share is on their own yearly statement. For your own tax case please ask an adviser, we can't give advice here.

# review | Liam Brophy | liambrophy | 25
> ★★★★☆ Good app, clear prices. Would love a proper desktop version.
< On the way, Liam. Testing starts with a small group next month, we'll add you if you message us.

# mention | Tara Finnegan | tarafinnegan | 24
> Shout-out to Aoife at @sayerly who stayed on chat with me until my lost card was blocked. 11 pm!
< We'll tell Aoife, Tara. Glad you're safe.

# comment pots | Marta Ruiz | martaruiz | 24
> Does it work with accounts from other banks?
< You can pay in from any bank, Marta. Only Sayerly customers can be members, for now.

# review | Grace Adeyemi | graceadeyemi | 23
> ★★★★★ Read the half-page price list to my mum over the phone. She's switching.
< Grace, say hello to your mum from us. She'll get a letter, on paper, with large type.

# mention | Conor Whelan | conorwhelan | 22
> Is @sayerly down or is it my phone?
< It's your phone, Conor, all lights are green here. Try switching airplane mode on and off. Still stuck? Message us.

# comment fees | Hugo Vane | hugovane | 20
> And what does it cost abroad? Asking before I get burned again
< Nothing for card payments, Hugo. Cash machines abroad: two a month free, then 1.50 each. The machine's own fee isn't ours to stop, sorry.

# comment fees | Sorcha Byrne | sorchabyrne | 20
> drew a cat in the blank half
< Best use so far, Sorcha. May we see it?

# comment fees | Bernard Healy | bernardhealy | 20
> Until next year when it's two pages again. Heard it all before.
< We understand the doubt, Bernard. If a price goes up you hear it sixty days before, in one sentence.

# review | Aoibhinn Casey | aoibhinncasey | 20
> ★★★☆☆ Fine for daily use, but no cheque deposits, and my landlord lives in 1987.
< Ha, Aoibhinn. Cheques are coming, by photo, before the end of the year. Greetings to 1987.

# mention | Rory Dunphy | rorydunphy | 19
> Asked @sayerly for a loan calculator, got one line: "You'd pay 312 a month for four years." That's the whole answer.
< Short loans, short answers, Rory.

# comment fees | Ella Nilsson | ellanilsson | 19
> is there a student account?
< Yes, Ella, free until 27, same card, same app.

# review | Shane Gilmartin | shanegilmartin | 18
> ★☆☆☆☆ Account frozen for "checks", three days without money, no reason given. Unacceptable.
< Shane, being without your money for three days is serious and we're sorry. We can't discuss accounts here. Please message @sayerly.help, a named person will take it tonight.

# comment scam | Vera Lacey | veralacey | 15
> They called my dad yesterday and knew his name and street. Frightening.
< It is, Vera. If he gave them anything at all, call the number on the back of his card now. If not, he did well. We've a one-page leaflet for parents, shall we post him one?
> Yes please. He gave nothing, thank God
< Good man. Message @sayerly.help with his address and it goes out tomorrow.

# comment scam | Kit Dolan | kitdolan | 15
> i always ask them for THEIR code 😂
< We like your style, Kit. Hanging up is quicker.

@ sayerly.help
# direct | Deirdre Quinlan | deirdrequinlan | 27 09:40
> Hi, my card payment was declined twice this morning and there's enough money on it
< Hi Deirdre, sorry about that. Your monthly online limit was reached. You can raise it in the app under Card, Limits, it works at once.
> Ah! That was it. Thanks
< Glad it's sorted.

# direct | Fintan Moran | fintanmoran | 25 13:20
> I don't recognise a payment of 49.90 to something called BLU*MEDIA
< Hi Fintan, we've frozen the card so nothing more can go out. Did you start a free trial of anything recently, a streaming or fitness app?
> Oh no. The yoga thing. That was me
< It happens to all of us. Card is active again. You can cancel the trial in the app under Subscriptions.
> Done. Thanks for not laughing
< Never. Enjoy the yoga.

# direct | Patrycja Zielinska | patrycjazielinska | 23 18:05
> Hello, I moved and need to change the address, app says document required
< Hello Patrycja, a photo of your lease or any letter with name and new address is enough. Please upload it in the app, not here, so it stays private.
> uploaded
< Checked and changed. A new card isn't needed.

# direct | Shane Gilmartin | shanegilmartin | 18 20:30
> You told me to write here. My account is frozen since Monday and nobody tells me why
< Shane, it's Aoife. I've your case now. A payment from abroad triggered a check that the law makes us do. I need one document, the sale contract, through the app. I'll stay on it until it's done.
> Uploaded. It's for a car I sold
< Got it, thank you. The account is open again since two minutes ago. I'm sorry it took three days, the check should have told you what was missing at once.
> OK. Thank you Aoife
< You can reach me under this thread if anything's off.

# direct | Joyce Tierney | joycetierney | 16 11:15
> How do I add my son as a second user? He's 19
< Hi Joyce, in the app under People, Add someone. He gets a text message and confirms with his own ID. About ten minutes.
`;
