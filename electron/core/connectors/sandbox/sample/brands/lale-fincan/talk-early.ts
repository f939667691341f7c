/** Lale Fincan, the first two of the four weeks. */
export const talk = `
= sumatra | 28 10:30 | Yeni hasat: Sumatra Mandheling. Koyu kavrum, kakao ve sedir notaları. Bu hafta sonuna kadar tüm siparişlerde kargo bizden. ☕
= moka | 22 11:00 | Moka potu seven var mı? Hangi öğütümle demlediğinizi yazın, üç kişiye 250 gramlık Kadıköy harmanı gönderelim. #fincandabuluşalım
= atolye | 16 12:15 | Bu ayın atölyeleri açıldı: V60 ile demleme, 8 kişi, Moda kafemizde. Kayıt linki profilde.

# comment sumatra | Ada Kılıç | adakilic | 27 10:40
> Geçen yılki Sumatra'ya bayılmıştım, bu hasat daha mı asidik?
< Merhaba Ada Hanım, bu hasat biraz daha yuvarlak; asidite düşük, kakao daha önde. Geçen yılkini sevdiyseniz bunu da seversiniz ☕
> O zaman iki paket 😍
< Afiyet olsun, keyifle için!

# comment sumatra | Burak Şen | buraksen34 | 27
> filtre için uygun mu yoksa sadece espresso mu
< Merhaba, filtre kahve makinesinde de güzel sonuç veriyor; orta öğütüm seçmeniz yeterli.

# direct | Nazlı Ergin | nazliergin | 27 14:20
> Merhaba, siparişim LF-20391 iki gündür hazırlanıyor görünüyor. Ne zaman kargoya verilir?
< Merhaba Nazlı Hanım, beklettiğimiz için özür dileriz. LF-20391 bugün öğleden sonra kavrulup yarın sabah kargoya veriliyor.
> Tamam teşekkürler, cumaya yetişir mi?
< İstanbul içi olduğu için cuma günü elinizde olur. Takip numarasını yarın buradan yazacağız.

# review | Kerem Aydıner | keremaydiner | 27
> ★★★★★ Moda şubesi küçük ama çok sevimli. Baristalar ne sipariş edeceğinizi bilmeseniz de güzel yönlendiriyor.
< Çok teşekkür ederiz Kerem Bey, baristalarımıza ilettik; yine bekleriz.

# mention | Selin Tuna | selintuna | 26
> Sabahımı kurtaran kahve: @lalefincan Kadıköy harmanı. Evde kalan son kaşıkla demledim, yas tutuyorum.
< Son kaşığın acısını biliriz Selin Hanım 🙏 Bugünkü kavrum tam size göre taze.

# direct | Hakan Demirel | hdemirel | 26 09:15
> gunaydin, kahvemi cekirdek istemistim ogutulmus gelmis. ne yapabiliriz
< Günaydın Hakan Bey, hata bizden, özür dileriz. Çekirdek halini bugün ücretsiz gönderiyoruz; öğütülmüş paket sizde kalsın.
> cok naziksiniz tesekkur ederim
< Rica ederiz, afiyet olsun.

# review | Pınar Oral | pinaroral | 26
> ★★☆☆☆ Kahve iyi ama Kadıköy şubesinde 25 dakika sıra bekledim, tek kasa açıktı.
< Pınar Hanım, bu bekleme için özür dileriz. Hafta sonları ikinci kasayı 10:00'da açmaya başladık. Bir sonraki gelişinizde kahveniz bizden olsun, mesaj kutumuza yazmanız yeterli.

# comment sumatra | Tolga Baş | tolgabas | 25
> Kargo bedava kaç liraya kadar geçerli, alt limit var mı?
< Merhaba Tolga Bey, alt limit yok; pazar gece yarısına kadar her siparişte kargo bizden.

# direct | Gizem Karaca | gizemkrc | 25 20:10
> Merhabalar, kurumsal hediye için 40 adet 250 gr paket düşünüyoruz. Fiyat teklifi alabilir miyim?
< Merhaba Gizem Hanım, ilginiz için teşekkürler. 40 adet için özel etiketli teklifimizi hazırlıyoruz; hangi tarihe gerekiyor?
> Ayın 20'si olursa süper olur. Etikette logomuz olabilir mi?
< Evet, logonuzu PNG olarak buradan gönderebilirsiniz. Teklif bugün 17:00'ye kadar elinizde olur.
> Harika, gönderiyorum
< Aldık, çok teşekkür ederiz.

# mention | Onur Çelik | onurcelik_ | 25
> @lalefincan cortado mu flat white mı? İş yerinde kavga çıktı, hakem sizsiniz.
< Süt seviyorsanız flat white, kahveyi öne alıyorsanız cortado. Kavga etmeyin, ikişer tane için.

# direct | Meltem Güneş | meltemgunes | 24 11:30
> Aboneliğimi bu ay atlamak istiyorum, evde çok kahve birikti.
< Merhaba Meltem Hanım, bu ayki gönderiminizi atladık; bir sonraki gönderim ayın 12'sinde. Başka bir isteğiniz olursa buradayız.

# review | Serkan Uzun | serkanuzun | 24
> ★★★★☆ Sumatra gerçekten güzel, paketin kilidi biraz zayıf. İlk açışta yırtıldı.
< Serkan Bey, hem beğendiğinize sevindik hem paketi not ettik. Tedarikçimizle kilidi görüşüyoruz, bildirdiğiniz için teşekkürler.

# comment sumatra | Ece Yalın | eceyalin | 24
> @mervebal bak bu o dediğim kahve 😍
< Merve Hanım da gelsin, ikinize birer fincan ayırırız ☕

# direct | Yusuf Kaplan | yusufkaplan | 23 16:45
> Merhaba, ödeme iki kez çekilmiş görünüyor. 2 x 485 TL. Sipariş LF-20407.
< Merhaba Yusuf Bey, endişenizi anlıyoruz. İlki bankanın provizyonu; 3 iş günü içinde kendiliğinden kalkıyor. Cuma gününe kadar düşmezse buradan yazın, biz bankayla görüşelim.
> tamam cumayı bekliyorum
< Teşekkür ederiz, cuma sabahı biz de kontrol edip size yazacağız.
<(4300) Yusuf Bey merhaba, provizyon bugün kalkmış görünüyor. Sizde de düştü mü?
> evet düştü, takip ettiğiniz için sağ olun
< Ne demek, iyi günler dileriz.

# comment moka | Damla Öztürk | damlaozturk | 21
> Orta-ince arası, tuz kadar. Ateş hep kısık! #fincandabuluşalım
< Kısık ateş en önemli kural, aramıza hoş geldiniz. Çekilişe eklendiniz.

# comment moka | Volkan Er | volkaner | 21
> ben direkt espresso öğütümü atıyorum, tıkanıyor sürekli 😅
< Tıkanma ondan Volkan Bey, bir kademe kalın öğütün, bastırmadan doldurun; farkı hemen göreceksiniz.

# comment moka | Nihan Soysal | nihansoysal | 21
> isil isil bir kahve oluyor ince ogutunce ama acilasiyor, neden?
< Nihan Hanım, ince öğütüm uzun temas demek, acılık ondan geliyor. Biraz kalın öğütüp köpük başlarken ocaktan alın.

# direct | Ayça Taner | aycataner | 20 13:05
> Kargom bugün de gelmedi, üç gündür şubede görünüyor. Hediye olarak almıştım, doğum günü yarın :(
< Ayça Hanım, çok üzgünüz. Kurye firmasını aradık; paket Göztepe şubesinde. Yarın sabah 11'e kadar adresinize teslim sözü aldık, ayrıca kargo ücretinizi iade ediyoruz.
> Umarım gelir, haber verirseniz sevinirim
<(1180) Ayça Hanım, paketiniz az önce teslim edildi görünüyor. Doğum günü kutlu olsun 🙏
> Geldi geldi, çok teşekkürler!! Paket de çok güzeldi
< Ne mutlu bize!

# review | Levent Akın | leventakin | 20
> ★★★★★ Abonelik işi çok rahat, her ay farklı çekirdek geliyor ve hep taze.
< Teşekkürler Levent Bey, bu ayki sürprizi de seveceğinizi düşünüyoruz.

# mention | Bahar Doğu | bahardogu | 19
> Ofisteki makineye @lalefincan koyduk, toplantılar artık zamanında başlıyor. Tesadüf mü? Sanmıyorum.
< Bunu vitrine yazıyoruz Bahar Hanım. Ofise selamlar!

# direct | Murat Yıldırım | muratyldrm | 19 10:00
> 1 kg'lık paketiniz var mı? Sitede bulamadım
< Merhaba Murat Bey, Kadıköy harmanı ve Sumatra 1 kg olarak da var; ürün sayfasında ağırlık menüsünden seçebilirsiniz.

# review | Tuğba Sarı | tugbasari | 18
> ★☆☆☆☆ Siparişim eksik geldi, iki gündür mail atıyorum cevap yok.
< Tuğba Hanım, hem eksik paket hem sessizliğimiz için çok özür dileriz. E-postanız spam klasörüne düşmüş. Eksik ürün bugün yola çıktı, ayrıntıyı mesaj olarak yazdık.

# direct | Tuğba Sarı | tugbasari | 18 15:30
> Yorumuma cevap vermişsiniz. Sipariş LF-20433, filtre kağıdı eksik.
< Tuğba Hanım tekrar özür dileriz. Filtre kağıdını bugün ücretsiz gönderdik, yanında 100 gramlık bir tadım paketi de var.
> Teşekkürler, bu kadarını beklemiyordum. Yorumu güncellerim
< Çok naziksiniz, iyi günler dileriz.

# comment moka | Emre Kural | emrekural | 17
> çekiliş sonucu ne zaman?
< Merhaba Emre Bey, perşembe akşamı hikâyemizde açıklıyoruz. Bol şans!

# mention | Sibel Ünal | sibelunal | 17
> @lalefincan Ankara'ya şube ne zaman yaaa
< Sibel Hanım bu soruyu çok duyuyoruz, kalbimiz Ankara'da ama henüz bir tarih veremiyoruz. O zamana kadar kargomuz iki günde orada.

# direct | Fatih Öner | fatihoner | 16 12:50
> Merhaba, kafeinsiz çekirdeğiniz hangi yöntemle arındırılıyor?
< Merhaba Fatih Bey, İsviçre su yöntemiyle, kimyasal çözücü kullanılmadan. Paketin arkasında da yazıyor.
> Süper, hamile eşim için soruyorum. Bir paket alıyorum o zaman
< Hayırlı olsun, afiyetle içsin.

# comment atolye | Ceyda Koç | ceydakoc | 15
> Hiç bilmeyen gelse olur mu, rezil olmayayım 😂
< Tam da o kişiler için Ceyda Hanım, ekipmanı biz veriyoruz, siz merakınızı getirin.

# comment atolye | Barış Özer | barisozer | 15
> ucreti ne kadar ve kac saat suruyor
< Merhaba Barış Bey, kişi başı 650 TL, iki buçuk saat sürüyor. Demlediğiniz kahveden 200 gram da sizinle eve geliyor.
`;
