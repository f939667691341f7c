// The person at the browser of a server with the Mastodon API: fills the sign-in form and presses the button.

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&quot;': '"',
  '&lt;': '<',
  '&gt;': '>',
  '&#39;': "'",
  '&#x27;': "'",
  '&#34;': '"',
};
const decode = (text: string): string => text.replace(/&[#\w]+;/gu, (entity) => ENTITIES[entity] ?? entity);

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'iu').exec(tag);
  return found === null ? undefined : decode(found[1] ?? found[2] ?? '');
};

const fieldsOf = (form: string): Map<string, string> => {
  const fields = new Map<string, string>();
  for (const [tag] of form.matchAll(/<input\b[^>]*>/giu)) {
    const name = attribute(tag, 'name');
    if (name !== undefined && attribute(tag, 'type') !== 'submit') fields.set(name, attribute(tag, 'value') ?? '');
  }
  return fields;
};

/**
 * Signs in on the page that the app opened and answers it. Returns the address that the browser is sent to, or, for an
 * app that asked for a code to paste, the code. The caller opens the address, as the browser would.
 */
export async function consentMastodon(
  authorizeUrl: string,
  account: { readonly acct: string; readonly password: string },
  decision: 'authorize' | 'deny' = 'authorize',
): Promise<string> {
  const page = await fetch(authorizeUrl, { redirect: 'manual' });
  const redirected = page.headers.get('location');
  if (redirected !== null) return redirected;
  const html = await page.text();
  const form = /<form\b[\s\S]*?<\/form>/iu.exec(html)?.[0];
  if (!page.ok || form === undefined)
    throw new Error(`the sign-in page answered ${page.status}: ${html.slice(0, 500)}`);
  const fields = fieldsOf(form);
  const login = [...fields.keys()].find((name) => name === 'username' || name === 'login') ?? 'username';
  const password = [...fields.keys()].find((name) => name.startsWith('passw')) ?? 'password';
  fields.set(login, account.acct);
  fields.set(password, account.password);
  fields.set('decision', decision);
  const action = new URL(attribute(form, 'action') ?? '', authorizeUrl);
  const answer = await fetch(action, { method: 'POST', body: new URLSearchParams([...fields]), redirect: 'manual' });
  const location = answer.headers.get('location');
  if (location !== null) return location;
  const text = await answer.text();
  const code = /<code[^>]*>([^<]+)<\/code>/u.exec(text)?.[1];
  if (code === undefined) throw new Error(`signing in answered ${answer.status}: ${text.slice(0, 500)}`);
  return decode(code);
}
