/** Mavi Ardıç Otel, the first two of the four weeks. */
export const talk = `
= kahvalti | 28 09:00 | Kahvaltıda bu sabah: ev yapımı incir reçeli, tulum, fırından yeni çıkmış pişi. Gerisi deniz.
= iskele | 24 18:20 | İskelemiz yenilendi. Ahşabı kendi bahçemizin ardıçlarından değil, merak etmeyin; onlar yerinde duruyor.
= bisiklet | 19 10:40 | Misafirlerimiz için altı bisiklet aldık. Köye iki kilometre, hep düz yol. Dönüş de öyle.

# direct | Seda Altıntaş | sedaaltintas | 27 11:00
> Merhaba, 14-17 arası iki kişi için deniz gören odanız var mı?
< Merhaba Seda Hanım, o tarihlerde bir deniz gören odamız müsait. Gecelik 4.200 TL, kahvaltı dahil. Sizin için 24 saat tutabiliriz.
> Tutar mısınız lütfen, eşimle konuşup akşam yazacağım
< Tuttuk, acele etmeyin.
> Tamamdır geliyoruz 😊
< Çok sevindik, onay e-postanız yolda. Rezervasyon numaranız MA-7012.

# review | Cengiz Altay | cengizaltay | 27
> ★★★★★ Sessizlik, temizlik, güler yüz. Üç gün telefonumu unuttum.
< Cengiz Bey, telefonu unutturabildiysek görevimizi yapmışız demektir. Yine bekleriz. Sevgiler, Mavi Ardıç

# comment kahvalti | Esin Kutlu | esinkutlu | 27
> İncir reçelinin tarifi paylaşılır mı? 🙏
< Esin Hanım, Hatice Abla tarifi yalnızca mutfakta anlatıyor; gelin, bir kavanoz da yanınıza versin.

# comment kahvalti | Hakkı Soner | hakkisoner | 27
> disaridan kahvaltiya gelebiliyor muyuz yoksa sadece otel misafiri mi
< Hakkı Bey hafta içi dışarıdan misafir de alıyoruz, bir gün önceden haber vermeniz yeterli.

# mention | Derin Uçan | derinucan | 26
> Bu tatilin kazananı: @maviardic hamağı. Kaybedeni: ben, güneş kremi sürmeyi unuttum.
< Hamak sizi özledi Derin Hanım. Resepsiyonda aloe var, bir dahaki sefere çekinmeyin.

# review | Rachel Lowry | rachellowry | 26
> ★★★★☆ Beautiful spot and very kind hosts. The road down to the hotel is steep and dark at night, be careful.
< Dear Rachel, thank you for the kind words and the warning. Lights along the road are being installed this month. Best wishes, Mavi Ardıç

# direct | Turgut Meral | turgutmeral | 26 16:30
> Rezervasyonumu iptal etmem gerekiyor, babam hastanede. MA-6988
< Turgut Bey, çok geçmiş olsun. Rezervasyonunuzu iptal ettik, ödemenizin tamamını iade ediyoruz. Aklınız burada kalmasın.
> Allah razı olsun, bu kadar anlayış beklemiyordum
< Rica ederiz, babanıza acil şifalar diliyoruz.

# comment kahvalti | Nurcan Ateş | nurcanates | 25
> @orhanates yıldönümü için burayı istiyorum, ima değil rica
< Orhan Bey, mesaj çok net görünüyor 🙂

# direct | Philip Grant | philipgrant | 25 12:10
> Hi, we arrive quite late on Friday, around 1 am. Is somebody there to let us in?
< Hello Philip, of course. Our night porter, Recep, will be waiting for you, and there will be something cold to eat in your room.
> That's wonderful, thank you
< Safe travels.

# review | Aysun Çetin | aysuncetin | 25
> ★★☆☆☆ Manzara harika ama odada klima çalışmadı, iki gece uyuyamadık. Söyledik, vantilatör getirdiler.
< Aysun Hanım, haklısınız, bu sıcakta vantilatör çözüm değildi. Klima değişti; iki gecenizin yarısını iade ediyoruz, size ulaşabilmemiz için mesaj kutumuza yazmanızı rica ederiz. Saygılar, Mavi Ardıç

# direct | Aysun Çetin | aysuncetin | 24 20:15
> Yorumumda yazdığınız iade için yazıyorum. Rezervasyonum MA-6971.
< Aysun Hanım, teşekkür ederiz. İadeniz bu sabah yapıldı, iki iş günü içinde kartınızda görünür. Tekrar özür dileriz.
> Tamam, ilginize teşekkürler
< Sizi bir gün serin bir odada ağırlamak isteriz.

# comment iskele | Tamer Gök | tamergok | 23
> İskelenin ucunda derinlik ne kadar, çocuklar atlayabilir mi?
< Tamer Bey ucu yaklaşık 2,5 metre, sol taraf kumluk ve sığ. Çocuklar için sol taraf daha güvenli.

# comment iskele | Jülide Han | julidehan | 23
> Yenilenmiş hali çok güzel, eskisinin de ayrı havası vardı ama
< Eski tahtaları atmadık Jülide Hanım, bahçede bank oldular.

# mention | Kutay Arın | kutayarin | 23
> @maviardic köpek kabul ediyor musunuz? 12 kilo, çok terbiyeli (yalan, değil)
< Kutay Bey terbiyesizini de kabul ediyoruz, yeter ki kedilerimizle anlaşsın. Bahçe katı iki odamız evcil dostlara açık.

# direct | Kutay Arın | kutayarin | 22 19:00
> Oradan yazmayayım, buradan devam edeyim :) Köpekli oda ayın 8'i için boş mu, iki gece
< Merhaba Kutay Bey, 8-10 arası bahçe katı boş; gecelik 3.600 TL, küçük dostumuz ücretsiz.
> Alıyorum, adı Fıstık
< Fıstık Bey ve misafirleri adına kaydettik. MA-7031.

# review | Bülent Ergin | bulentergin | 22
> ★★★★★ Akşam yemeğindeki deniz börülcesi için bile gidilir.
< Afiyet olsun Bülent Bey, börülceyi toplayan Mehmet Usta'ya ilettik. Sevgiler, Mavi Ardıç

# direct | Melike Doğru | melikedogru | 21 10:20
> Merhaba, glutensiz kahvaltı seçeneğiniz var mı? Çölyağım
< Merhaba Melike Hanım, glutensiz ekmek ve ayrı bir tost makinemiz var. Geleceğiniz günü yazarsanız mutfak hazırlığını ayrı tezgâhta yapar.
> 18 Cumartesi geliyoruz, çok teşekkürler
< Not edildi, içiniz rahat olsun.

# comment iskele | Sarah Kemp | sarahkemp | 20
> Is the water warm enough to swim at the end of the season?
< Hello Sarah, usually around 22 degrees, warmer than the air in the morning.

# review | Ömer Faruk Tok | omerfaruktok | 20
> ★★★☆☆ Otel güzel, fiyatına göre odalar küçük. Wi-Fi bahçede çekmiyor.
< Ömer Faruk Bey, bahçeye yeni bir erişim noktası ekledik, artık hamakta bile çekiyor. Görüşünüz için teşekkürler. Mavi Ardıç

# mention | Pelinsu Er | pelinsuer | 19
> Annem @maviardic bahçesinde tanımadığı beş kişiyle arkadaş oldu. Eve dönmüyor.
< Pelinsu Hanım anneniz bizimle kalabilir, tavlada rakibi yok.

# direct | Alper Işıklar | alperisiklar | 18 13:15
> oda ucretleri hafta ici hafta sonu degisiyor mu
< Merhaba Alper Bey, pazar-perşembe arası yüzde 15 daha uygun. Tarih yazarsanız net fiyat verelim.
> 22-25 iki yetiskin bir cocuk
< 22-25 için aile odası toplam 10.700 TL, çocuk ücretsiz, kahvaltı dahil.
> dusunup donecegim
< Elbette, odayı yarın akşama kadar tutuyoruz.

# comment bisiklet | Filiz Sarp | filizsarp | 18
> Çocuk koltuğu var mı arkasında?
< Filiz Hanım iki bisiklette var, kask da veriyoruz.

# comment bisiklet | Doğan Yurt | doganyurt | 18
> "Dönüş de öyle" 😂 inanmıyorum, o yokuş nerede peki
< Yokuş otele inen yolda Doğan Bey, onu bisikletten saymıyoruz.

# mention | Nick Harmon | nickharmon | 17
> Turkish breakfast at @maviardic has 19 small plates. I counted. Twice.
< Nick, there are 21. You missed the olives.

# review | Gülşen Aydoğan | gulsenaydogan | 17
> ★★★★★ Yaşlı annemle gittik, odaya kadar golf arabasıyla taşıdılar, hiç yorulmadı.
< Gülşen Hanım, annenizin ellerinden öpüyoruz. Sevgiler, Mavi Ardıç

# direct | Hande Kılıçarslan | handekilicarslan | 16 21:40
> Odada unuttuğum küpeyi buldunuz mu acaba, manevi değeri çok büyük
< Hande Hanım günaydın, bulduk! Lavabonun arkasına düşmüş. Adresinizi yazarsanız bugün sigortalı kargoyla gönderelim.
> İnanmıyorum, ağlayacağım. Adresi yazıyorum
< Çok sevindik. Kargoya verdik, ücret bizden.

# review | Deniz Korkmaz | denizkorkmaz_ | 16
> ★★★★☆ Plajı küçük ama temiz. Şezlong sayısı sabahları yetmiyor.
< Deniz Bey, on şezlong daha geldi, sabah kahvesinden önce havlu koymaya gerek kalmadı. Mavi Ardıç
`;
