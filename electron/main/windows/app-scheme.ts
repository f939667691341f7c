import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { Protocol } from 'electron';
import { assetHeaders, contentPolicy, withNonce } from './content-policy';

const appScheme = 'app';
export const appOrigin = 'app://chorale';
export const entryUrl = `${appOrigin}/index.html`;

const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** Must run before the app is ready. The scheme behaves like https: an origin of its own, code cache, CSP. */
export function registerAppScheme(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** The files that may be asked for, by the path of their address. Nothing that is not in this map is ever opened. */
export function listAssets(rendererDir: string): ReadonlyMap<string, string> {
  const assets = new Map<string, string>();
  let entries;
  try {
    entries = readdirSync(rendererDir, { recursive: true, withFileTypes: true });
  } catch {
    return assets;
  }
  for (const entry of entries) {
    // Links are left out: they may lead anywhere.
    if (!entry.isFile() || !(extname(entry.name) in mimeTypes)) continue;
    const file = join(entry.parentPath, entry.name);
    assets.set(`/${relative(rendererDir, file).split(sep).join('/')}`, file);
  }
  return assets;
}

/** Finds the file behind an address; null for every address that is not exactly one of the map. */
export function findAsset(assets: ReadonlyMap<string, string>, address: string): string | null {
  // Compared as it was asked for: parsing would already have folded `..` and `\` away.
  const path = new RegExp(`^${appOrigin}(/[A-Za-z0-9_.,@~/-]*)(?:[?#].*)?$`).exec(address)?.[1];
  if (path === undefined || path.includes('/.') || path.includes('//')) return null;
  return assets.get(path) ?? null;
}

/** Answers the scheme from the map; the page gets its policy and a fresh nonce. */
export function serveAppScheme(protocol: Protocol, assets: ReadonlyMap<string, string>): void {
  const page = assets.get('/index.html');
  const pageText = page === undefined ? null : readFile(page, 'utf8').catch(() => null);
  protocol.handle(appScheme, async (request) => {
    const file = request.method === 'GET' ? findAsset(assets, request.url) : null;
    if (file === null) return new Response(null, { status: 404, headers: assetHeaders('text/plain') });
    const headers = assetHeaders(mimeTypes[extname(file)] ?? 'application/octet-stream');
    try {
      if (!file.endsWith('.html')) return new Response(new Uint8Array(await readFile(file)), { headers });
      const nonce = randomBytes(16).toString('base64');
      const text = (file === page ? await pageText : null) ?? (await readFile(file, 'utf8'));
      return new Response(withNonce(text, nonce), {
        headers: { ...headers, 'content-security-policy': contentPolicy(nonce), 'cache-control': 'no-store' },
      });
    } catch {
      return new Response(null, { status: 404, headers: assetHeaders('text/plain') });
    }
  });
}
