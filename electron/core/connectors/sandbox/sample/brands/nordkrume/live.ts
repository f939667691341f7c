/** What customers of Nordkrume may write from now on. */
export const live = `
% Alma Brecht | almabrecht
% Birk Olsen | birkolsen
% Cora Jansen | corajansen
% Edda Falk | eddafalk
% Finn Petersen | finnpetersen
% Gus Hartley | gushartley
% Helga Moor | helgamoor
% Iris Kaminski | iriskaminski
% Jonna Beck | jonnabeck
% Karim Nassar | karimnassar
% Liv Sommer | livsommer
% Milo Grant | milogrant
% Nadja Stern | nadjastern
% Otto Wiese | ottowiese
% Petra Glass | petraglass
% Quentin Roy | quentinroy
% Ronja Lund | ronjalund
% Sven Adler | svenadler
% Thea Malik | theamalik
% Wim Daalder | wimdaalder
+ Lovely, thank you!
+ Thanks for the quick answer 🙂
+ Great, see you then.
+ That's all I needed, cheers.
~ And is that the same on Sundays?
~ OK. Do I need to order ahead?
? direct
> Hi, can you keep two country loaves for me until five?
+ You're a star, see you at five
? direct
> Morning! Is the card machine working today? Asking before I walk over
? direct
> I ordered a cake for tomorrow and need it an hour earlier, is that possible?
~ And could someone help me carry it to the car?
? direct
> Hello, do you have anything without sesame? Allergy
? direct
> My loaf is mouldy after two days. Is that normal? Kept it in the paper bag.
~ So better in a bread box than in the bag?
? direct
> Do you have gift cards?
? direct
> hi is the sunday course fully booked? there's two of us
~ could you put us on the waiting list?
? direct
> I just found a piece of baking paper in my bread. Not dangerous, but you should know.
+ No worries, it happens. Thanks for taking it seriously
? comment
> When will there be more rye? Sold out three days in a row
? comment
> That crust 😍
? comment
> @antonia.m we need to go before I lose my mind
? comment
> How long does this keep?
? comment
> looks smaller than last year. same price though
? comment
> Is this one vegan?
? comment
> Do you ship to Hamburg?
~ What about Potsdam then?
? mention
> Walked past @nordkrume with the windows open. Walked back. Bought three things.
? mention
> @nordkrume your opening hours on the map are wrong, it says closed on Mondays
? mention
> Somebody at the office brought @nordkrume knots. There was an e-mail. There was a stampede.
? mention
> Sunday plan: @nordkrume, park bench, nobody talks to me.
? review
> ★★★★★ Came for bread, stayed for the people.
? mention
> Is it just me or has @nordkrume changed the country loaf recipe?
? review
> ★★★★★ Everything a neighbourhood bakery should be.
? review
> ★★★☆☆ Great bread, but please, a second person at the till in the morning.
? review
> ★☆☆☆☆ Rude answer when I asked about ingredients. Won't be back.
? review
> ★★★★☆ Rye is superb. Coffee has become much better too.
`;
