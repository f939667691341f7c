import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findAsset, listAssets } from '../../../electron/main/windows/app-scheme';
import { contentPolicy, withNonce } from '../../../electron/main/windows/content-policy';

let dir: string;
let assets: ReadonlyMap<string, string>;

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'chorale-assets-'));
  const renderer = join(dir, 'renderer');
  mkdirSync(join(renderer, 'assets'), { recursive: true });
  for (const name of ['index.html', 'assets/app-1a2b.js', 'assets/app.css', 'assets/inter.woff2']) {
    writeFileSync(join(renderer, name), name);
  }
  writeFileSync(join(renderer, 'assets/app.js.map'), 'source map');
  writeFileSync(join(dir, 'secret.js'), 'secret');
  symlinkSync(join(dir, 'secret.js'), join(renderer, 'assets/link.js'));
  symlinkSync(dir, join(renderer, 'up'));
  assets = listAssets(renderer);
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('the files of the page', () => {
  it('are those of the build, without links and without what a page does not need', () => {
    expect([...assets.keys()].sort()).toEqual([
      '/assets/app-1a2b.js',
      '/assets/app.css',
      '/assets/inter.woff2',
      '/index.html',
    ]);
  });

  it('are found by their exact address', () => {
    expect(findAsset(assets, 'app://chorale/index.html')).toBe(join(dir, 'renderer/index.html'));
    expect(findAsset(assets, 'app://chorale/assets/app-1a2b.js?v=1#x')).toBe(join(dir, 'renderer/assets/app-1a2b.js'));
  });

  it('are all that answers, whatever shape an address has', () => {
    const ups = ['..', '%2e%2e', '.%2e', '..%00', '..;', '%252e%252e', '\u2025', '．．', '....'];
    const separators = ['/', '\\', '%2f', '%5c', '%252f', '//', '/./', '\u2215'];
    const ends = ['secret.js', 'secret.js%00.html', 'secret.js/', 'secret.js::$DATA'];
    const hosts = ['app://chorale', 'app://chorale/assets', 'app://chorale/assets/..', 'app://chorale/index.html'];
    const shapes = hosts.flatMap((host) =>
      ups.flatMap((up) =>
        separators.flatMap((separator) => ends.map((end) => `${host}${separator}${up}${separator}${end}`)),
      ),
    );
    const single = [
      'app://chorale/up/secret.js',
      'app://chorale/assets/link.js',
      'app://chorale/assets/app.js.map',
      'app://chorale/',
      'app://chorale',
      'app://chorale/assets/',
      'app://chorale//index.html',
      'app://chorale/INDEX.HTML',
      'app://chorale/index.html/',
      'app://chorale/index.html%00',
      'app://other/index.html',
      'app://chorale@other/index.html',
      'app://chorale:1/index.html',
      'https://chorale/index.html',
      'file:///etc/passwd',
      `app://chorale/${join(dir, 'secret.js')}`,
      'app://chorale/\\\\server\\share',
      'app://chorale/C:/Windows/win.ini',
      '',
    ];
    expect(shapes.length).toBeGreaterThan(300);
    for (const address of [...shapes, ...single]) expect(findAsset(assets, address), address).toBeNull();
  });
});

describe('the policy of the page', () => {
  it('is this and nothing weaker', () => {
    expect(contentPolicy('N')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-N'; img-src 'self' data: blob:; font-src 'self'; " +
        "connect-src 'self'; frame-src 'none'; worker-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; " +
        "frame-ancestors 'none'",
    );
  });

  it('tells the page its nonce in the head', () => {
    expect(withNonce('<html><head><title>x</title>', 'N')).toBe(
      '<html><head><meta property="csp-nonce" nonce="N"><title>x</title>',
    );
  });
});
