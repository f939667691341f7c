import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSecret, removeSecret, splitByBytes, writeSecret } from '../../../electron/keychain/parts';
import type { ItemStore } from '../../../electron/keychain/parts';

/** Windows takes 2,560 bytes per item. */
const windowsLimit = 2_560;

interface FakeStore extends ItemStore {
  readonly items: Map<string, string>;
  /** The call with this number and all later ones throw; nothing of them happens. */
  crashAt: number;
  calls: number;
}

function aStore(): FakeStore {
  const items = new Map<string, string>();
  const step = (): void => {
    store.calls += 1;
    if (store.calls >= store.crashAt) throw new Error('crash');
  };
  const store: FakeStore = {
    items,
    crashAt: Number.POSITIVE_INFINITY,
    calls: 0,
    async get(account) {
      step();
      return items.get(account) ?? null;
    },
    async set(account, value) {
      step();
      if (Buffer.byteLength(value) > windowsLimit) throw new Error('The stub received bad data.');
      items.set(account, value);
    },
    async delete(account) {
      step();
      return items.delete(account);
    },
  };
  return store;
}

/** Runs `work` on a copy of `before` for each point at which it can be cut short, and hands out what is left. */
async function atEachCrash(
  before: FakeStore,
  work: (store: FakeStore) => Promise<unknown>,
  look: (left: FakeStore) => Promise<void>,
): Promise<number> {
  for (let crashAt = 1; ; crashAt += 1) {
    const store = aStore();
    for (const [account, value] of before.items) store.items.set(account, value);
    store.crashAt = crashAt;
    await work(store).catch(() => {});
    const isFinished = store.calls < crashAt;
    store.crashAt = Number.POSITIVE_INFINITY;
    await look(store);
    if (isFinished) return crashAt;
  }
}

const oldValue = 'o'.repeat(7_000);
const newValue = 'n'.repeat(5_000);

/** How one would do it without generations: the parts of the old value are overwritten in place. */
async function writeInPlace(store: ItemStore, account: string, value: string): Promise<void> {
  const parts = splitByBytes(value);
  for (const [n, part] of parts.entries()) await store.set(`${account}.${n}`, part);
  await store.set(account, String(parts.length));
}

async function readInPlace(store: ItemStore, account: string): Promise<string> {
  let value = '';
  for (let n = 0; n < Number(await store.get(account)); n += 1) value += (await store.get(`${account}.${n}`)) ?? '';
  return value;
}

describe('a secret in parts', () => {
  it('comes back exactly, in parts that every keychain takes, never cut inside a character', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3_000, size: 'max' }), {
          minLength: 1,
          maxLength: 3,
        }),
        async (values) => {
          const store = aStore();
          for (const value of values) {
            await writeSecret(store, 'a', value);
            expect(await readSecret(store, 'a')).toEqual({ status: 'found', value });
          }
          expect(Math.max(...[...store.items.values()].map((item) => Buffer.byteLength(item)))).toBeLessThanOrEqual(
            2_000,
          );
          expect(await removeSecret(store, 'a')).toBe('deleted');
          expect(store.items.size).toBe(0);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is old or new after a crash at any point of a write, and the next write sweeps up', async () => {
    const before = aStore();
    await writeSecret(before, 'a', 'x'.repeat(3_000));
    await writeSecret(before, 'a', oldValue);
    const points = await atEachCrash(
      before,
      (store) => writeSecret(store, 'a', newValue),
      async (left) => {
        const read = await readSecret(left, 'a');
        expect([oldValue, newValue]).toContain(read.status === 'found' ? read.value : read.status);
        await writeSecret(left, 'a', 'short');
        expect(left.items.size).toBe(2);
      },
    );
    expect(points).toBeGreaterThan(10);
  });

  it('would be half of each without generations', async () => {
    const before = aStore();
    await writeInPlace(before, 'a', oldValue);
    const seen = new Set<string>();
    await atEachCrash(
      before,
      (store) => writeInPlace(store, 'a', newValue),
      async (left) => {
        seen.add(await readInPlace(left, 'a'));
      },
    );
    expect([...seen].filter((value) => value !== oldValue && value !== newValue).length).toBeGreaterThan(0);
  });

  it('is deleted in the end, wherever the first delete was cut short', async () => {
    const before = aStore();
    await writeSecret(before, 'a', oldValue);
    await atEachCrash(
      before,
      (store) => removeSecret(store, 'a'),
      async (left) => {
        await removeSecret(left, 'a');
        expect(left.items.size).toBe(0);
      },
    );
  });

  it.each([
    ['a part is missing', (store: FakeStore) => store.items.delete('a#0.1')],
    ['a part was changed', (store: FakeStore) => store.items.set('a#0.1', 'z'.repeat(2_000))],
    ['a part is shorter', (store: FakeStore) => store.items.set('a#0.1', 'o')],
    ['the header is not ours', (store: FakeStore) => store.items.set('a', 'a token of somebody else')],
    ['the header is of another form', (store: FakeStore) => store.items.set('a', '{"v":2}')],
  ])('is damaged, never a value, when %s', async (_name, spoil) => {
    const store = aStore();
    await writeSecret(store, 'a', oldValue);
    spoil(store);
    expect(await readSecret(store, 'a')).toEqual({ status: 'damaged' });
    await writeSecret(store, 'a', newValue);
    expect(await readSecret(store, 'a')).toEqual({ status: 'found', value: newValue });
  });

  it('counts as not deleted while the keychain refuses to delete', async () => {
    const store = aStore();
    await writeSecret(store, 'a', 'token');
    await expect(removeSecret({ ...store, delete: async () => false }, 'a')).rejects.toThrow();
    expect(await readSecret(store, 'a')).toEqual({ status: 'found', value: 'token' });
  });
});
