// The person at the browser: opens the PDS's sign-in page, signs in and consents by the calls that the page itself makes.
import { request } from 'node:http';

interface PageAnswer {
  readonly status: number;
  readonly location: string | undefined;
  readonly text: string;
}

const NAVIGATE = { accept: 'text/html', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
const PAGE_CALL = { 'sec-fetch-mode': 'same-origin', 'sec-fetch-site': 'same-origin', 'sec-fetch-dest': 'empty' };

const createBrowser = () => {
  const jar = new Map<string, string>();
  const open = (method: string, address: string, headers: Readonly<Record<string, string>>, body?: unknown) =>
    new Promise<PageAnswer>((resolve, reject) => {
      const url = new URL(address);
      const sent = request(
        {
          host: '127.0.0.1',
          port: url.port,
          path: `${url.pathname}${url.search}`,
          method,
          headers: {
            host: url.host,
            'user-agent': 'a browser',
            cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
            ...headers,
          },
        },
        (answer) => {
          for (const cookie of answer.headers['set-cookie'] ?? []) {
            const [pair = ''] = cookie.split(';');
            jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
          }
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.once('error', reject);
          answer.once('end', () =>
            resolve({
              status: answer.statusCode ?? 0,
              location: answer.headers.location,
              text: Buffer.concat(parts).toString('utf8'),
            }),
          );
        },
      );
      sent.once('error', reject);
      sent.end(body === undefined ? undefined : JSON.stringify(body));
    });
  return { open, cookie: (name: string) => jar.get(name) };
};

const must = (answer: PageAnswer, what: string): PageAnswer => {
  if (answer.status >= 400 || answer.status === 0)
    throw new Error(`${what} answered ${answer.status}: ${answer.text.slice(0, 300)}`);
  return answer;
};

/**
 * Signs in and consents on the page that the app opened, and returns the address that the browser is sent back to
 * (`http://127.0.0.1:…/?code=…`); the caller opens it, as the browser would. `decision: 'deny'` refuses instead.
 */
export async function consentAtproto(
  authorizeUrl: string,
  account: { readonly handle: string; readonly did: string; readonly password: string },
  options: { readonly scope: string; readonly decision?: 'accept' | 'deny' },
): Promise<string> {
  const browser = createBrowser();
  const { origin } = new URL(authorizeUrl);
  must(await browser.open('GET', authorizeUrl, { ...NAVIGATE, 'sec-fetch-site': 'none' }), 'the sign-in page');
  const pageCall = (path: string, body: unknown, bearer?: string) =>
    browser.open(
      'POST',
      `${origin}/@atproto/oauth-provider/~api${path}`,
      {
        origin,
        referer: authorizeUrl,
        ...PAGE_CALL,
        'x-csrf-token': browser.cookie('csrf-token') ?? '',
        ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
      },
      body,
    );
  const signIn = must(
    await pageCall('/sign-in', { locale: 'en', username: account.handle, password: account.password, remember: false }),
    'signing in',
  );
  const { ephemeralToken } = JSON.parse(signIn.text) as { ephemeralToken?: string };
  const choice = must(
    options.decision === 'deny'
      ? await pageCall('/reject', {}, ephemeralToken)
      : await pageCall('/consent', { did: account.did, scope: options.scope }, ephemeralToken),
    'consenting',
  );
  const { url } = JSON.parse(choice.text) as { url: string };
  if (new URL(url).origin !== origin) return url;
  const redirect = await browser.open('GET', url, {
    ...NAVIGATE,
    referer: authorizeUrl,
    'sec-fetch-site': 'same-origin',
  });
  if (redirect.location === undefined)
    throw new Error(`no redirect came back: ${redirect.status} ${redirect.text.slice(0, 300)}`);
  return redirect.location;
}
