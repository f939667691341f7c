import { describe, expect, it } from 'vitest';
import { choosePageSource, isTrustedSender, mayNavigate, mayRequest } from '../../../electron/main/windows/page-origin';

const built = choosePageSource(true, undefined);
const development = choosePageSource(false, 'http://localhost:5173');

describe('where the page comes from', () => {
  it('is the app itself once it is packaged, whatever the environment says', () => {
    expect(choosePageSource(true, 'http://localhost:5173').entryUrl).toBe('app://chorale/index.html');
    expect(built.isDevelopment).toBe(false);
  });

  it('is a development server only on this machine', () => {
    expect(development).toEqual({
      entryUrl: 'http://localhost:5173/',
      origin: 'http://localhost:5173',
      isDevelopment: true,
    });
    for (const url of [
      'http://evil.test:5173',
      'https://localhost:1',
      'file:///x',
      'http://localhost.evil.test',
      'x',
    ]) {
      expect(choosePageSource(false, url).isDevelopment).toBe(false);
    }
  });
});

const strange = [
  'https://example.org/',
  'http://127.0.0.1:1/',
  'file:///etc/passwd',
  'app://other/index.html',
  'app://chorale.evil.test/',
  'app://chorale@evil.test/',
  'app://user@chorale/',
  'app://chorale:80/',
  'about:blank',
  'javascript:1',
  'ws://localhost:5173/',
  'chrome://gpu',
  'devtools://devtools/x',
  '',
];

describe('a request of the page', () => {
  it('reaches its own files and what is in memory', () => {
    for (const url of [
      'app://chorale/index.html',
      'app://chorale/assets/a.js?x',
      'data:image/png;base64,AA',
      'blob:app://chorale/1',
    ]) {
      expect(mayRequest(built, url)).toBe(true);
    }
  });

  it.each(strange)('does not reach %j', (url) => {
    expect(mayRequest(built, url)).toBe(false);
  });

  it('reaches the development server and its socket, and no other', () => {
    expect(mayRequest(development, 'http://localhost:5173/src/x.ts')).toBe(true);
    expect(mayRequest(development, 'ws://localhost:5173/')).toBe(true);
    expect(mayRequest(development, 'ws://localhost:9/')).toBe(false);
    expect(mayRequest(development, 'https://example.org/')).toBe(false);
  });
});

describe('a navigation of the page', () => {
  it('may only be a reload of the main frame', () => {
    expect(mayNavigate(built, 'app://chorale/index.html', true)).toBe(true);
    expect(mayNavigate(built, 'app://chorale/index.html#thread', true)).toBe(true);
    expect(mayNavigate(built, 'app://chorale/index.html', false)).toBe(false);
    expect(mayNavigate(built, 'app://chorale/index.html?x', true)).toBe(false);
    for (const url of strange) expect(mayNavigate(built, url, true)).toBe(false);
  });
});

describe('a message to main', () => {
  const frame = { url: 'app://chorale/index.html', parent: null };

  it('is believed from the main frame of our window with our page', () => {
    expect(isTrustedSender(built, frame, true)).toBe(true);
  });

  it('is not believed from elsewhere', () => {
    expect(isTrustedSender(built, frame, false)).toBe(false);
    expect(isTrustedSender(built, null, true)).toBe(false);
    expect(isTrustedSender(built, undefined, true)).toBe(false);
    expect(isTrustedSender(built, { ...frame, parent: frame }, true)).toBe(false);
    for (const url of strange) expect(isTrustedSender(built, { ...frame, url }, true)).toBe(false);
  });
});
