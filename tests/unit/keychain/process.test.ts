import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keychainStates, keychainTexts } from '@shared/domain/keychain-state';
import { kindOfError } from '../../../electron/keychain/errors';
import { createOperations } from '../../../electron/keychain/operations';
import type { ItemStore } from '../../../electron/keychain/parts';

const root = resolve(import.meta.dirname, '../../..');

describe('the keychain process', () => {
  it('imports keytar and shared code only, and never lists credentials', () => {
    const folder = resolve(root, 'electron/keychain');
    const sources = readdirSync(folder).filter((name) => name.endsWith('.ts'));
    expect(sources.length).toBeGreaterThan(3);
    for (const name of sources) {
      const source = readFileSync(resolve(folder, name), 'utf8');
      const imported = [...source.matchAll(/(?:from|import\()\s*'([^']+)'/g)].map(([, path]) => path);
      for (const path of imported) expect(path).toMatch(/^(keytar|@shared\/.+|\.\/.+)$/);
      expect(source).not.toMatch(/findCredentials\s*\(|findPassword|console\./);
    }
  });

  it('makes one call at a time', async () => {
    let running = 0;
    let most = 0;
    const slowly = async <T>(value: T): Promise<T> => {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      await Promise.resolve();
      running -= 1;
      return value;
    };
    const store: ItemStore = { get: () => slowly(null), set: () => slowly(undefined), delete: () => slowly(true) };
    const handle = createOperations(async () => store);
    const answers = await Promise.all([1, 2, 3, 4].map((id) => handle({ id, op: 'get', account: 'a' })));
    expect(answers.map((answer) => answer?.id)).toEqual([1, 2, 3, 4]);
    expect(most).toBe(1);
  });

  it.each([
    [{ id: 1, op: 'set', account: 'a', value: '' }],
    [{ id: 1, op: 'set', account: 'a', value: 'x\0y' }],
    [{ id: 1, op: 'set', account: 'a' }],
    [{ id: 1, op: 'get', account: '' }],
    [{ id: 1, op: 'get' }],
    [{ id: 1, op: 'findCredentials', account: 'a' }],
  ])('refuses %j without touching the keychain', async (message) => {
    const handle = createOperations(() => Promise.reject(new Error('touched')));
    expect(await handle(message)).toEqual({ id: 1, ok: false, error: 'invalid' });
  });

  it('answers a missing library as an error and not as a crash', async () => {
    const handle = createOperations(() => Promise.reject(new Error('Failed to load keytar native addon, checked []')));
    expect(await handle({ id: 1, op: 'get', account: 'a' })).toEqual({ id: 1, ok: false, error: 'no_library' });
    expect(await handle('nonsense')).toBeNull();
  });

  it.each([
    ['Cannot autolaunch D-Bus without X11 $DISPLAY', 'no_bus'],
    ['Could not connect: Connection refused', 'no_bus'],
    ['The name org.freedesktop.secrets was not provided by any .service files', 'no_service'],
    ['Object does not exist at path “/org/freedesktop/secrets/collection/login”', 'no_collection'],
    ['Cannot create an item in a locked collection', 'locked'],
    ['The connection is closed', 'gone'],
    ['User interaction is not allowed.', 'locked'],
    ['something never seen', 'other'],
  ])('knows "%s" as %s', (text, kind) => {
    expect(kindOfError(new Error(text))).toBe(kind);
  });
});

describe('the screen text of each keychain state', () => {
  it.each(['en', 'tr'])('says what happened and what to do, in %s', (language) => {
    const texts: unknown = JSON.parse(
      readFileSync(resolve(root, `renderer/app/i18n/keychain.${language}.json`), 'utf8'),
    );
    const textOf = (key: string): unknown =>
      key
        .split('.')
        .slice(1)
        .reduce<unknown>(
          (node, name) => (typeof node === 'object' && node !== null ? Reflect.get(node, name) : undefined),
          texts,
        );
    const shown = keychainStates.filter((state) => state !== 'ready');
    expect(Object.keys(keychainTexts).toSorted()).toEqual(shown.toSorted());
    for (const text of Object.values(keychainTexts)) {
      for (const key of [text.title, text.action, `keychain.button.${text.button}`]) {
        expect(textOf(key), key).toEqual(expect.stringMatching(/\S{2}/));
      }
    }
  });
});
