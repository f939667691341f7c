/** Lale Fincan, the last two weeks; what nobody has answered stands at the end. */
export const talk = `
= etiyopya | 12 10:00 | Etiyopya Guji geldi! Yasemin, şeftali, bal. Filtreciler, sıra sizde. 250 gram 320 TL.
= kupa | 6 17:30 | El yapımı kupalarımız Avanos'tan yola çıktı. Her biri biraz farklı, tıpkı sabahlarımız gibi.
= haftasonu | 2 11:00 | Bu hafta sonu Moda'da canlı müzik var: cumartesi 20:00, giriş serbest, fincanlar dolu. #lalefincan

# comment atolye | Melis Aksu | melisaksu | 14
> Gelecek ay için de açılacak mı? Bu ay dolmuş :/
< Melis Hanım, gelecek ayın tarihlerini bu hafta duyuruyoruz. İsterseniz bekleme listesine ekleyelim, mesaj kutumuza yazmanız yeterli.

# direct | Melis Aksu | melisaksu | 14
> Bekleme listesine yazar mısınız beni? Melis, 1 kişi
< Yazdık Melis Hanım, yer açıldığında ilk size haber vereceğiz.

# review | Okan Bilgin | okanbilgin | 14
> ★★★★☆ Web sitesi hızlı, kargo iki günde geldi. Bir de kapıda ödeme olsa tam olur.
< Teşekkürler Okan Bey, kapıda ödeme önerinizi ekibe ilettik.

# direct | Zeynep Arslan | zeyneparslan | 13 18:40
> Merhaba, kahvem kutusundan nemli çıktı, paket delinmiş. Fotoğraf atıyorum
< Zeynep Hanım çok özür dileriz, bu kabul edilebilir değil. Yenisini yarın sabah gönderiyoruz, bozulanı iade etmenize gerek yok.
> Peki, sağ olun. Kaçta gelir aşağı yukarı?
< Kurye size teslim saatini sabah kısa mesajla bildirecek, genelde öğleden sonra geliyor.

# mention | İrem Sönmez | iremsonmez | 13
> Sokağın köşesinden @lalefincan kavrum kokusu geliyor, perdeleri yıkamaya gerek kalmadı.
< Bu iltifatı çerçeveletiyoruz İrem Hanım ☕

# comment etiyopya | Alp Tekin | alptekin_ | 11
> V60 icin kac derece su onerirsiniz
< Alp Bey 92-93 derece güzel sonuç veriyor; 15 gram kahveye 250 gram su, toplam 2:45 gibi.
> denedim, gercekten seftali geliyor agza!
< İşte o an! Afiyet olsun.

# comment etiyopya | Derya Polat | deryapolat | 11
> 320 biraz pahalı olmamış mı? Geçen sene 240'tı
< Derya Hanım haklısınız, çekirdeğin alım fiyatı bu yıl epey arttı. Kadıköy harmanımızı 250 TL'de tuttuk; aromatik bir seçenek isterseniz onu da öneririz.

# direct | Cansu Bozkurt | cansubozkurt | 11 12:25
> siparis vermeye calisiyorum kart hatasi veriyor, 3 kere denedim
< Merhaba Cansu Hanım, ödeme sayfamızda öğlen kısa bir aksama oldu, özür dileriz. Şu an düzeldi, tekrar dener misiniz?
> oldu simdi, tesekkurler
< Harika, siparişiniz bize ulaştı. Yarın kargoda.

# review | Umut Gürsoy | umutgursoy | 10
> ★★★☆☆ Kahve güzel, mekân dar. Laptopla oturmak isteyenlere göre değil.
< Umut Bey doğru, Moda kafemiz küçük. Kadıköy'de üst katta çalışma masalarımız ve prizlerimiz var, bekleriz.

# direct | Elif Şahin | elifsahin | 10 09:50
> Merhaba, faturamı şirket adına kesebilir misiniz? LF-20478
< Merhaba Elif Hanım, elbette. Unvan, vergi dairesi ve numarasını yazarsanız bugün düzenleyip e-postanıza göndeririz.
> Hepsini az önce maille attım
< Aldık, fatura 14:00'e kadar e-postanızda olacak.

# mention | Görkem Ateş | gorkemates | 10
> @lalefincan Kadıköy şubesinde unuttuğum siyah şemsiye hâlâ orada mı acaba?
< Görkem Bey tezgâhın arkasında sizi bekliyor; 22:00'ye kadar buradayız.

# comment etiyopya | Sude Erdem | sudeerdem | 9
> Türk kahvesi öğütümü olur mu bundan
< Olur Sude Hanım, sepette "Türk kahvesi" öğütümünü seçebilirsiniz. Çiçeksi ve hafif bir fincan olur.

# review | Nil Başaran | nilbasaran | 9
> ★★★★★ Hediye paketi o kadar özenliydi ki açmaya kıyamadık. El yazısı not için ayrıca teşekkürler.
< Nil Hanım, notları yazan arkadaşımız bu yorumu duvara astı. Teşekkür ederiz.

# direct | Ozan Keskin | ozankeskin | 8 16:10
> iade etmek istiyorum, yanlışlıkla 2 tane aynı değirmen almışım. LF-20485
< Merhaba Ozan Bey, açılmamış ürünü 14 gün içinde iade alıyoruz. İade kodunuz: LFI-311. Herhangi bir şubeden gönderebilirsiniz.
> Param ne zaman yatar?
< Ürün bize ulaştıktan sonra en geç 3 iş günü içinde kartınıza iade ediyoruz.
> tamamdır
< Teşekkür ederiz, iyi akşamlar.

# mention | Rüya Çınar | ruyacinar | 8
> Yağmur, kitap ve @lalefincan. Bugünlük insanlarla işim bitti.
< Bölmeyelim o zaman, iyi okumalar Rüya Hanım.

# direct | Kaan Sezer | kaansezer | 7 11:40
> Merhaba toptan satışınız var mı, Eskişehir'de küçük bir kafe açıyoruz
< Merhaba Kaan Bey, hayırlı olsun! Kafelere özel liste fiyatımız var, aylık 10 kg ve üzeri için geçerli. Numaranızı bırakırsanız yarın arayalım.
> 0 532'li numaramı maille ilettim, yarın 2'den sonra müsaidim
< Not aldık, 14:00'ten sonra arıyoruz.

# comment kupa | Yasemin Uygun | yaseminuygun | 5
> Bulaşık makinesine girer mi bunlar?
< Yasemin Hanım girer, ama elde yıkarsanız sırı daha uzun yaşar.

# comment kupa | Arda Güven | ardaguven | 5
> mavi olandan kaldı mı
< Arda Bey mavi dün bitti, cuma günü yeni fırından 12 tane daha geliyor. İsterseniz adınıza bir tane ayıralım.
> ayırın lütfen 🙏
< Ayırdık, cuma öğleden sonra kasadan alabilirsiniz.

# review | Gökhan Tan | gokhantan | 5
> ★★★★☆ Lezzet on numara. Kadıköy şubesinde müzik biraz yüksekti.
< Gökhan Bey teşekkürler, sesi öğle saatlerinde kıstık bile.

# direct | Buse Yaman | buseyaman | 4 13:30
> Atölyeye yazılmıştım ama gelemeyeceğim, arkadaşıma devredebilir miyim
< Merhaba Buse Hanım, tabii ki. Arkadaşınızın adını yazmanız yeterli.
> Defne Işık
< Kaydı Defne Hanım adına çevirdik, kendisini bekliyoruz.

# mention | Tarık Özkan | tarikozkan | 4
> Arkadaş "sıradan kahve" dedi, @lalefincan Guji demledim, sustu.
< En güzel tartışma böyle biter Tarık Bey.

# comment kupa | Hande Oğuz | handeoguz | 4
> @ipekkara anneme bundan alalım mı
< Annelere çok yakışıyor, hediye paketi de bizden olsun.

# review | Mine Ersoy | mineersoy | 3
> ★★★★★ Barista Ezgi'ye selam, laktozsuz sütle yaptığı latte şehirdeki en iyisi.
< Ezgi'ye ilettik, bütün gün gülümsedi. Teşekkürler Mine Hanım.

@ lalefincan.destek
# direct | Halil Coşkun | halilcoskun | 21 10:20
> Öğütücünün garantisi kaç yıl? Bıçağı ses yapmaya başladı
< Merhaba Halil Bey, garantisi iki yıl. Kısa bir video gönderirseniz bıçağa mı motora mı ait olduğunu hemen anlarız.
> Gönderdim
< Baktık, bıçak yuvasında çekirdek parçası kalmış. Fırçayla temizleyince geçer; geçmezse kargoyla aldırıp onaralım.
> Geçti gerçekten, teşekkürler!
< Sevindik, iyi kahveler.

# direct | Songül Avcı | songulavci | 12 15:00
> sifremi unuttum mail gelmiyor bir turlu
< Merhaba Songül Hanım, adresinizde bir harf eksik kaydedilmiş. Düzelttik, bağlantıyı yeniden gönderdik.
> geldi tesekkurler
< Rica ederiz.

# direct | Erdem Kıraç | erdemkirac | 6 09:30
> Abonelik adresimi değiştirmem lazım, ay başında taşınıyorum
< Merhaba Erdem Bey, yeni adresi yazarsanız ay başındaki gönderimi oraya yönlendirelim.
> Bağdat Cad. 214/5, Maltepe
< Güncelledik, yeni eviniz hayırlı olsun.

# direct | Sevgi Alkan | sevgialkan | -150
> Aboneliğimi iptal ettim ama bugün yine ödeme alınmış. LF-A-0772

# direct | Ufuk Tezcan | ufuktezcan | 1 17:10
> Değirmenin kapağı kırık çıktı, yenisini gönderebilir misiniz? Sipariş LF-20511

@ lalefincan
# comment haftasonu | Şule Yıldız | suleyildiz | 1 12:20
> Rezervasyon gerekiyor mu yoksa direkt gelelim mi?

# direct | Ada Kılıç | adakilic | -75
> Üç gün oldu, kargom hâlâ gelmedi :( Sipariş numaram LF-20518, kimse cevap vermiyor.
>(32) Bir saat oldu 🙄

# comment haftasonu | kahvesever34 | kahvesever34 | -48
> @zeynepkar bak buna 😍

# review | Mert Demir | mertdemir | -230
> ★★☆☆☆ Kahve soğuk geldi, değiştirmelerini rica ettim, surat astılar. Bu şubeye yakışmadı.

# mention | Pelin Oktay | pelinoktay | -110
> @lalefincan Guji yine stokta yok görünüyor, ne zaman gelir? Elimde son iki demlik kaldı

# direct | Emre Özkan | emreozkan | -22
> Kampanya kodu calismiyor, FINCAN10 yazinca gecersiz diyor. yardimci olur musunuz
`;
