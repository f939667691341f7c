/** What guests of Mavi Ardıç Otel may write from now on. */
export const live = `
% Ahu Deniz | ahudeniz
% Bahadır Ok | bahadirok
% Ceren Vardar | cerenvardar
% Dilara Sezen | dilarasezen
% Ege Parlak | egeparlak
% Figen Ulu | figenulu
% Gürkan Soy | gurkansoy
% Harun Tepe | haruntepe
% Irmak Çınar | irmakcinar
% Kadir Bostan | kadirbostan
% Leman Güler | lemanguler
% Mina Sever | minasever
% Nihat Yalçın | nihatyalcin
% Orhan Yüce | orhanyuce
% Perihan Dal | perihandal
% Rıza Toker | rizatoker
% Selma Özkök | selmaozkok
% Taylan Ege | taylanege
% Yelda Uslu | yeldauslu
% Zuhal Şen | zuhalsen
+ Çok teşekkürler, görüşmek üzere 🙏
+ Harika, çok naziksiniz.
+ Anlaştık o zaman, teşekkürler.
+ Tamam, bekliyoruz.
~ Peki erken giriş yapabilir miyiz?
~ Ücretini girişte mi ödüyoruz?
? direct
> Merhaba, bu hafta sonu için iki kişilik odanız kaldı mı?
~ Deniz gören var mı peki?
? direct
> Rezervasyonumuzu bir gün öne alabilir miyiz? MA-7102
? direct
> Merhabalar, evcil hayvan kabul ediyor musunuz? Kedimiz var
~ Odada yalnız kalabilir mi?
? direct
> otele toplu tasimayla nasil geliyoruz acaba
~ son minibus kacta
? direct
> Hi, is the hotel open in winter too? And is the sea view room heated?
+ Sounds lovely, thank you.
? direct
> Dün akşam restoranda gözlüğümü unutmuşum, kahverengi kılıfta.
+ Oh çok şükür, teşekkür ederim
? direct
> Annem tekerlekli sandalye kullanıyor, rampası olan odanız var mı?
? direct
> Kapora iadem hâlâ yatmadı, üç gün denmişti bugün beşinci gün.
~ Dekontunu gönderebilir misiniz?
? comment
> Burası cennet olabilir mi 😍
? comment
> Kahvaltı kişi başı kaç lira?
? comment
> @ozlemcan sen ben valiz
? comment
> deniz bu kadar berrak mi gercekten yoksa filtre mi
? comment
> Çocuklu aileler için uygun mu?
? comment
> Fiyatlar uçmuş, üç sene önce yarısıydı
? comment
> Is breakfast included?
? mention
> @maviardic bahçesindeki kedi bizi evlat edindi, adını öğrenebilir miyiz?
? mention
> Bir @maviardic sabahı daha: pişi, çay, sessizlik.
? mention
> @maviardic telefonunuz sürekli meşgul, nasıl ulaşacağız?
? direct
> Kalabalık bir aileyiz, yedi kişi. Yan yana iki oda olur mu?
~ Çocuklar için ek yatak koyabiliyor musunuz?
? mention
> Yoldayız @maviardic, çorbayı ısıtın!
? review
> ★★★★★ Her ayrıntı düşünülmüş, kendimizi evimizde hissettik.
? review
> ★★★☆☆ Personel çok iyi ama banyo yenilenmeli.
? review
> ★★★★☆ Manzara on, yatak sekiz, kahvaltı on bir.
? review
> ★☆☆☆☆ Gece yan odadan gelen gürültüye kimse müdahale etmedi.
? review
> ★★★★★ Quiet, green, honest food. We will return.
`;
