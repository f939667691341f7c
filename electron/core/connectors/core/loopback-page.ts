const texts = {
  en: {
    good: 'You are signed in. You can close this window and go back to Chorale.',
    bad: 'This sign-in did not work. You can close this window and try again in Chorale.',
  },
  tr: {
    good: 'Giriş yapıldı. Bu pencereyi kapatıp Chorale’a dönebilirsiniz.',
    bad: 'Giriş yapılamadı. Bu pencereyi kapatıp Chorale’da yeniden deneyebilirsiniz.',
  },
} as const;

/** The page that the browser shows after a sign-in, in Turkish or English by the browser's own first language. */
export function callbackPage(acceptLanguage: string, isGood: boolean): string {
  const language = /^\s*tr\b/i.test(acceptLanguage) ? 'tr' : 'en';
  const text = texts[language][isGood ? 'good' : 'bad'];
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Chorale</title>
<style>body{font:1.1rem/1.5 system-ui,sans-serif;display:grid;place-items:center;min-height:90vh;padding:0 1.5rem}</style>
<main><p role="status">${text}</p></main>
</html>
`;
}
