/** What customers write to accounts that are not of the sample agency, in the notation of script.ts. */
export const anybody = `
% Maya Lindon | maya_lindon
% Deniz Uyar | denizuyar
% Rosa Castell | rosacastell
% Owen Farrow | owenfarrow
% İpek Soylu | ipeksoylu
% Piotr Zaleski | piotrzaleski
% Hannah Weir | hannahweir
% Cem Altay | cemaltay
+ Thank you, that helps.
+ Perfect, thanks for the quick answer!
~ Thanks. And until when does that hold?
? direct
> Hi, are you open on Saturday?
? direct
> I wrote to you last week and have not heard back. Could somebody have a look?
? direct
> Can I change the address of an order that I placed this morning?
? direct
> Merhaba, cumartesi günü açık mısınız?
? comment
> Love this. When will it be available?
? comment
> Is this the same one as last year?
? comment
> bu ne zaman gelecek?
? mention
> Shout-out to the team here for sorting my order out in five minutes 👏
? mention
> Ordered from them last week and still waiting. Just me?
? review
> ★★★★☆ Friendly people, fair price. Parking could be easier.
? review
> ★★☆☆☆ Waited twenty minutes before anybody noticed us.
? review
> ★★★★★ Her zamanki gibi ilgili ve hızlıydılar, teşekkürler.
`;
