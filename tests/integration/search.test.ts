import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aBrand, type SandboxBrand } from '../support/core/sandbox-brands';
import { startTestCore, type TestCore } from '../support/core/test-core';

let core: TestCore;
let brand: SandboxBrand;
const messages = [
  'SİPARİŞ numaram 12',
  'siparişim nerede',
  'sipariş vermek istiyorum',
  'IŞIK yanmıyor',
  'ışık çok güzel',
  'ISPARTA mağazası',
  'ısparta gülü',
  'çok güzel bir otel',
  'Where is my order, please',
  'my order is late',
];
beforeAll(async () => {
  core = startTestCore();
  brand = await aBrand(core, 'Lale');
  for (const [n, text] of messages.entries()) await brand.hears(text, { customer: `musteri${n}` });
  await aBrand(core, 'Nord').then((other) => other.hears('sipariş nereye', { customer: 'baska' }));
}, 60_000);
afterAll(() => core.stop());

const find = async (query: string, workspaceId: string | null = brand.workspaceId): Promise<string[]> =>
  (await core.call('search.query', { query, workspaceId })).items.map((hit) => hit.text).toSorted();

describe('search in Turkish, typed any way', () => {
  it.each([
    ['siparis', ['SİPARİŞ numaram 12', 'sipariş vermek istiyorum', 'siparişim nerede']],
    ['SİPARİŞ', ['SİPARİŞ numaram 12', 'sipariş vermek istiyorum', 'siparişim nerede']],
    ['isik', ['IŞIK yanmıyor', 'ışık çok güzel']],
    ['ışık', ['IŞIK yanmıyor', 'ışık çok güzel']],
    ['ISPARTA', ['ISPARTA mağazası', 'ısparta gülü']],
    ['isparta', ['ISPARTA mağazası', 'ısparta gülü']],
  ])('%s finds every spelling', async (query, expected) => {
    expect(await find(query)).toEqual(expected.toSorted());
  });

  it('takes a word that is followed by a space as whole', async () => {
    expect(await find('sipariş ')).toEqual(['SİPARİŞ numaram 12', 'sipariş vermek istiyorum']);
  });
});

describe('search words and filters', () => {
  it('finds a phrase only where its words follow one another', async () => {
    expect(await find('"my order"')).toEqual(['Where is my order, please', 'my order is late']);
    expect(await find('"order my"')).toEqual([]);
  });

  it('joins words and filters', async () => {
    expect(await find('order from:musteri9')).toEqual(['my order is late']);
    expect(await find('order is:resolved')).toEqual([]);
    expect(await find('order is:open network:sandbox')).toHaveLength(2);
    expect(await find('order before:2000-01-01')).toEqual([]);
    expect(await find('order after:2000-01-01')).toHaveLength(2);
  });

  it('names what it did not understand', async () => {
    const answer = await core.call('search.query', { query: 'order before:yesterday' });
    expect(answer.problems).toEqual(['before:yesterday']);
  });

  it('searches one brand or all, and pages without gaps or repeats', async () => {
    expect(await find('sipariş', null)).toHaveLength(4);
    const seen: string[] = [];
    for (let cursor: string | null = null, pages = 0; pages < 10; pages += 1) {
      const page: { items: { messageId: string | null }[]; nextCursor: string | null } = await core.call(
        'search.query',
        { query: 'sipariş', limit: 2, cursor },
      );
      seen.push(...page.items.map((hit) => hit.messageId ?? ''));
      cursor = page.nextCursor;
      if (cursor === null) break;
    }
    expect([seen.length, new Set(seen).size]).toEqual([4, 4]);
  });

  it('marks the hit in the text as it was written', async () => {
    const [hit] = (await core.call('search.query', { query: 'numaram' })).items;
    const [mark] = hit?.marks ?? [];
    expect(hit?.text.slice(mark?.from, mark?.to)).toBe('numaram');
  });

  it('takes quotes, operators and stars of the index as plain text', async () => {
    for (const query of ['"', 'NOT', 'a AND', '*', 'body:x', '(', 'NEAR(a b)', '-', '😀', "'; drop table messages"]) {
      expect((await core.core.call('search.query', { query })).ok).toBe(true);
    }
  });
});

describe('what was deleted', () => {
  it('is found no more', async () => {
    const written = (await core.steer('sandbox.writeAs', {
      account: brand.handle,
      kind: 'direct',
      text: 'gizlikelime burada',
      customer: 'silinen',
    })) as { messageId: string };
    await core.call('sync.now');
    expect(await find('gizlikelime')).toHaveLength(1);
    await core.steer('sandbox.delete', { messageId: written.messageId });
    await core.call('sync.now');
    expect(await find('gizlikelime')).toEqual([]);
  });
});
