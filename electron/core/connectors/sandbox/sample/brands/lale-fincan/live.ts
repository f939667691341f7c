/** What customers of Lale Fincan may write from now on. */
export const live = `
% Aslı Tekin | aslitekin
% Berk Şimşek | berksimsek
% Çağla Uçar | caglaucar
% Doruk Eren | dorukeren
% Esra Gündüz | esragunduz
% Ferhat Yavuz | ferhatyavuz
% Gonca Işık | goncaisik
% Hülya Kara | hulyakara
% İlker Toprak | ilkertoprak
% Jale Akgün | jaleakgun
% Koray Bulut | koraybulut
% Lara Özgür | laraozgur
% Mete Duman | meteduman
% Neslihan Kurt | neslihankurt
% Oğuz Çakır | oguzcakir
% Özge Filiz | ozgefiliz
% Rana Soylu | ranasoylu
% Sarp Yücel | sarpyucel
% Tuana Ergün | tuanaergun
% Yiğit Balcı | yigitbalci
+ Çok teşekkür ederim, hızlı döndünüz 🙏
+ Tamamdır, sağ olun.
+ Süper, teşekkürler!
+ Anladım, kolay gelsin.
~ Peki bu ne kadar sürer?
~ Anladım. Bunun için ayrıca bir şey yapmam gerekiyor mu?
? direct
> Merhaba, dün verdiğim sipariş hâlâ "hazırlanıyor" görünüyor, bugün çıkar mı?
~ Akşam evde olmayacağım, kapıcıya bırakılabilir mi?
+ Tamam o zaman bekliyorum, teşekkürler
? direct
> sepetteki indirim neden uygulanmadi anlamadim, 2 paket aldim
+ simdi oldu, sag olun
? direct
> Merhaba, Kadıköy harmanını French press için hangi öğütümde almalıyım?
~ Peki suyla kaç dakika beklemeli?
? direct
> Adresimi yanlış yazmışım, daire 12 olacaktı 21 yazmışım. Düzeltebilir misiniz?
+ Oh çok iyi, kuryeyi yakalamışsınız 😅
? direct
> Kurye paketi komşuya bırakmış ama komşuda yok. Ne yapacağız?
~ Peki kurye firmasını ben mi arayayım, siz mi ararsınız?
? direct
> Merhabalar, 25 kişilik bir nişan için kahve köşesi kuruyor musunuz?
~ Cumartesi akşamı için fiyat ne olur acaba?
? direct
> Aboneliğimde ayda iki paket alıyorum, üçe çıkarabilir miyim?
? direct
> Kahvenin kavrum tarihini paketin neresinde bulabilirim?
+ Buldum, altındaymış. Teşekkürler
? comment
> bunun kafeinsizi var mı?
? comment
> Dün denedim, yanında çikolata da verseniz tam olacak 😄
? comment
> @denizcan hafta sonu gidiyoruz buna
? comment
> ŞUBELERDE DE AYNI FİYAT MI
? comment
> Fotoğraf çok güzel olmuş, ellerinize sağlık ☕
? comment
> siparis verdim hala gelmedi, mesajlara da bakmiyorsunuz
~ Sipariş numarasını buradan mı yazayım?
? comment
> Glütensiz kurabiyeniz var mı yanında?
? mention
> Pazartesiye @lalefincan ile başlayınca o kadar da kötü değilmiş.
? mention
> @lalefincan Moda şubesi bugün açık mı? Kapıda kimse yok
~ Saat kaçta açıyorsunuz peki?
? mention
> @lalefincan yeni kupaları gördüm, cüzdanım ağlıyor
? mention
> Komşum her sabah @lalefincan demliyor, koku bizim mutfağa geliyor, kahve gelmiyor. Adalet bu mu?
? review
> ★★★★★ Kavrum taze, kargo hızlı, paketleme özenli. Daha ne olsun.
? review
> ★★★☆☆ Kahveye lafım yok ama hafta sonu masa bulmak imkânsız.
? review
> ★☆☆☆☆ Yanlış çekirdek geldi, telefon açılmıyor. Çok yazık.
? review
> ★★★★☆ Sumatra güzel ama keşke 500 gramlık paketi de olsa.
@ lalefincan.destek
? direct
> Hesabıma giremiyorum, şifre yenileme maili gelmiyor
+ Şimdi geldi, teşekkür ederim
? direct
> Değirmenim yarım turda takılıyor, garantiye nasıl gönderirim?
~ Kargo ücretini ben mi ödüyorum?
? direct
> merhaba e-faturam gelmedi, siparis gecen haftaydi
`;
