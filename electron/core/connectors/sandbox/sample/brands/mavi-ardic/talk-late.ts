/** Mavi Ardıç Otel, the last two weeks; what nobody has answered stands at the end. */
export const talk = `
= zeytin | 13 11:30 | Zeytin hasadı başladı. Misafirlerimizden isteyen bir sabahını ağaçların altında geçirebilir; yağı eve giderken şişede.
= konser | 7 17:00 | Cumartesi akşamı bahçede: iki gitar, bir kontrbas, bol yıldız. Otel misafirlerine ücretsiz, dışarıdan gelenlere bir kadeh ikramlı.
= kis | 2 10:00 | Kapımız bütün yıl açık. Sezon dışında şömine yanıyor, çorba kaynıyor, oda fiyatı üçte bir daha uygun.

# comment zeytin | Gamze Ünlü | gamzeunlu | 12
> Hasada katılmak için tecrübe gerekiyor mu 😅
< Gamze Hanım tek şart erken kalkmak. Eldiven ve çay bizden.

# comment zeytin | Vedat Erol | vedaterol | 12
> Yağın litresi ne kadar, kargo yapıyor musunuz?
< Vedat Bey 5 litrelik teneke 1.900 TL, Türkiye'nin her yerine gönderiyoruz.

# direct | Vedat Erol | vedaterol | 12 15:05
> 2 teneke alacağım, nereye ödeme yapıyorum?
< Vedat Bey, ödeme bağlantısını gönderdik; teneke hasat biter bitmez, en geç on gün içinde yola çıkar.
> ödedim
< Aldık, teşekkür ederiz. Afiyet olsun.

# review | Linda Osborne | lindaosborne | 12
> ★★★★★ We came for two nights and stayed for five. The kind of place you don't tell your friends about.
< Dear Linda, your secret is safe with us. Come back for the olives. Warm regards, Mavi Ardıç

# mention | Çiğdem Ova | cigdemova | 11
> Ofiste herkes terapiste gidiyor, ben @maviardic iskelesinin fotoğrafına bakıyorum.
< Çiğdem Hanım, fotoğrafın aslı da seanssız, randevusuz.

# direct | Samet Aras | sametaras | 11 09:40
> Merhaba, evlilik teklifi edeceğim, iskelede bir masa ayarlayabilir miyiz? Cuma akşamı
< Samet Bey, ne güzel! Gün batımı 18:40'ta; masayı 18:15'te hazırlarız. Çiçek ve müzik ister misiniz?
> Çiçek evet, müzik olmasın utanırım. Bu arada o bilmiyor, telefonla aramayın lütfen
< Anlaştık, tek kelime etmiyoruz. Beyaz lisianthus hazırlıyoruz, heyecan bize de geçti.
<(4400) Samet Bey, bütün ekip merak içinde...
> EVET DEDİ 🎉🎉
< Tebrik ederiz! Balayı odası ilk geceniz için bizden.

# review | Nevzat Kurtuluş | nevzatkurtulus | 10
> ★☆☆☆☆ Rezervasyonumuz olmasına rağmen odamız başkasına verilmiş. Gece 22'de başka otel aradık.
< Nevzat Bey, bunun hiçbir mazereti yok. Sistemdeki hatayı bulduk, sizi bizzat arayıp özür dilemek ve zararınızı karşılamak istiyoruz. İşletme sahibi Nermin Ardalı

# comment zeytin | Ilgın Sezgin | ilginsezgin | 10
> @cananoz haftaya izin alıyoruz
< Canan Hanım, Ilgın Hanım kararını vermiş görünüyor.

# direct | Bora Tunç | boratunc | 10 14:50
> elektrikli arac sarj istasyonunuz var mi
< Merhaba Bora Bey, otoparkta iki adet 22 kW ünitemiz var, misafirlerimize ücretsiz.

# mention | Emma Castle | emmacastle | 9
> @maviardic do you help with transfers from the airport? Two adults, one very large suitcase
< Hello Emma, yes, 45 euros for the car, whatever the size of the suitcase. Send us your flight number by message.

# direct | Emma Castle | emmacastle | 9 18:30
> Flight lands Thursday 15:25, I'll send you the number tomorrow. Two adults + the suitcase
< Thank you, Emma. Recep will be at the exit with a blue sign.
> Great!
< See you on Thursday.

# review | Tolunay Bek | tolunaybek | 9
> ★★★★☆ Yemekler ev yemeği gibi. Tek eksik, odada kettle yoktu.
< Tolunay Bey her odaya kettle ve kendi topladığımız adaçayından koyduk. Teşekkürler, Mavi Ardıç

# direct | Zehra Alp | zehraalp | 8 11:25
> Merhaba, faturada iki gece yerine üç gece yazıyor. MA-7044
< Zehra Hanım haklısınız, çıkış tarihiniz yanlış girilmiş. Düzeltilmiş faturayı gönderdik, fark kartınıza iade edildi.
> Geldi, teşekkürler
< Rica ederiz, yine bekleriz.

# comment konser | Orkun Dal | orkundal | 6
> Yer ayırtmak gerekiyor mu dışarıdan gelince?
< Orkun Bey bahçe 60 kişilik, 40 doldu. Adınızı yazdırmanızı öneririz.
> Orkun +1 o zaman
< Yazdık, 20:30'da kapıdan çay bizden.

# comment konser | Reyhan İpek | reyhanipek | 6
> Yine mi akustik 🙄 bir kere de halay olsun
< Reyhan Hanım kontrbasçımız Diyarbakırlı, kapanışta şansınız yüksek.

# comment konser | Sinan Oktar | sinanoktar | 6
> yagmur yagarsa ne oluyor
< Sinan Bey yağarsa salona geçiyoruz, şömine de yanıyor.

# mention | Aylin Gezer | aylingezer | 6
> @maviardic kapalı havuzunuz var mı? Sitede fotoğrafı var gibi ama emin olamadım
< Aylin Hanım o komşu tesisin fotoğrafıydı, kaldırdık; kafa karışıklığı için özür dileriz. Bizim havuzumuz deniz.

# review | Mustafa Ceyhan | mustafaceyhan | 5
> ★★★★★ Şehirden kaçmak isteyenlere. Gece sadece dalga sesi var.
< Mustafa Bey, dalgalar adına teşekkür ederiz. Mavi Ardıç

# direct | Defne Soykan | defnesoykan | 5 10:15
> Merhaba, 12 kişilik şirket kampı için toplantı salonu var mı? Projeksiyon şart değil
< Merhaba Defne Hanım, 20 kişilik camlı salonumuz denize bakıyor, kahve molasıyla günlük 4.000 TL. Hangi tarih?
> Ayın son haftası, iki gece
< O hafta 12 kişi için yerimiz var; teklifi bugün e-postayla iletiyoruz.
> süper bekliyorum
< Gönderdik, sorularınız için buradayız.

# review | Kerim Vural | kerimvural | 5
> ★★☆☆☆ Kahvaltı 10'da bitiyor, tatilde olacak iş değil.
< Kerim Bey ikna olduk, kahvaltı artık 11'e kadar. Mavi Ardıç

# direct | Songül Eren | songuleren | 4 16:00
> odamizi bir gun uzatabilir miyiz, cumartesi yerine pazar ciksak
< Songül Hanım odanız pazara kadar sizin, uzattık. Son gece yüzde 20 indirimli.
> cok makbule gecti
< İyi tatiller dileriz.

# mention | Burçin Laçin | burcinlacin | 4
> Konserde tek başıma oturuyordum, @maviardic ekibi masalarına çağırdı. İnsanlık ölmemiş.
< Burçin Bey masada hep bir sandalye fazla tutarız.

# review | Hans Keller | hanskeller_ | 3
> ★★★★☆ Very charming. The bed was a little soft for my back, the wine was perfect.
< Dear Hans, firmer mattresses arrive next week. The wine stays as it is. Best, Mavi Ardıç

# direct | Müge Tan | mugetan | 3 12:45
> Bebek yatağı var mı? 8 aylık
< Merhaba Müge Hanım, var; odanıza gelmeden kurarız. Mama sandalyesi de mevcut.

# comment kis | Tülay Kor | tulaykor | 1 11:00
> Uzun hafta sonunda da açık mısınız, müzik olacak mı?

# direct | Cemre Aksoy | cemreaksoy | -1500
> Merhaba, MA-7069 için ödemeyi yaptım ama onay maili gelmedi, yerimiz kesin mi?

# direct | Julia Brandt | juliabrandt | -130
> Hello, we are standing at the ferry and our transfer is not here. It was booked for 14:00. Could you please call me?

# review | Oya Sungur | oyasungur | -300
> ★★☆☆☆ Odaya girdiğimizde havlular ıslaktı, resepsiyon "birazdan" dedi, bir saat bekledik.

# mention | Levent Taş | leventtas | -25
> @maviardic bu hafta sonu fırtına uyarısı var, gelmeyi düşünüyorduk, ne dersiniz?

# comment kis | İdil Yaman | idilyaman | -70
> somine onu bize ayirin geliyoruz 😍

# comment kis | Recai Bolat | recaibolat | -420
> Üçte bir daha uygun derken neye göre? Geçen hafta baktığım fiyatla aynı duruyor.
`;
