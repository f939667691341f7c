import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aBrand, type SandboxBrand } from '../support/core/sandbox-brands';
import { startTestCore, type TestCore } from '../support/core/test-core';
import { until } from '../support/until';

let core: TestCore;
let brand: SandboxBrand;
beforeEach(async () => {
  core = startTestCore();
  brand = await aBrand(core, 'Lale');
});
afterEach(() => core.stop());

/** Everything that lies in the client's folder now: database, its log, its attachments. */
function bytesOfClient(): string {
  const folder = join(core.profileDir, 'workspaces', brand.workspaceId);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => bytesOf(join(entry.parentPath, entry.name)))
    .join('\n');
}
/** A file that has left since it was listed holds nothing. */
function bytesOf(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}
const found = (words: readonly string[]): string[] => {
  const bytes = bytesOfClient();
  return words.filter((word) => bytes.includes(word));
};
const writes = async (text: string, customer: string): Promise<string> => {
  const written = await core.steer('sandbox.writeAs', { account: brand.handle, kind: 'direct', text, customer });
  return (written as { messageId: string }).messageId;
};
const fetchAll = (): Promise<unknown> => core.call('sync.now', { workspaceId: brand.workspaceId });

describe('a message that its customer deleted', () => {
  it('leaves nothing of its words in any file of the client', async () => {
    const numbers = Array.from({ length: 60 }, (_, n) => n);
    const first = numbers.map((n) => `ilkgizli${n}kelime`);
    const second = numbers.map((n) => `sonragizli${n}kelime`);
    const ids: string[] = [];
    for (const n of numbers) ids.push(await writes(`${first[n]} ve başka sözler`, `musteri${n % 7}`));
    await fetchAll();
    for (const n of numbers)
      await core.steer('sandbox.edit', { messageId: ids[n], text: `${second[n]} ve başka sözler` });
    await fetchAll();
    expect(found([...first, ...second])).toEqual([...first, ...second]);

    const gone = numbers.filter((n) => n % 3 > 0);
    const kept = numbers.filter((n) => n % 3 === 0);
    for (const n of gone) await core.steer('sandbox.delete', { messageId: ids[n] });
    await fetchAll();
    expect(found(gone.flatMap((n) => [first[n] ?? '', second[n] ?? '']))).toEqual([]);
    expect(found(kept.map((n) => second[n] ?? ''))).toHaveLength(kept.length);
  });

  it('takes its pictures with it, and leaves one that another message shows too', async () => {
    const picture = (word: string): object => ({
      base64: Buffer.from(`PNG ${word}`).toString('base64'),
      mime: 'image/png',
      alt: `alt${word}`,
    });
    const send = async (images: object[]): Promise<string> => {
      const written = await core.steer('sandbox.writeAs', {
        account: brand.handle,
        kind: 'direct',
        text: 'bak',
        customer: 'ada',
        images,
      });
      return (written as { messageId: string }).messageId;
    };
    const messageId = await send([picture('gizliresim'), picture('ortakresim')]);
    await send([picture('ortakresim')]);
    await fetchAll();
    await until('the pictures to be here', () => found(['PNG gizliresim', 'PNG ortakresim']).length === 2);
    await core.steer('sandbox.delete', { messageId });
    await fetchAll();
    await until('the picture to be gone', () => found(['PNG gizliresim', 'altgizliresim']).length === 0);
    expect(found(['PNG ortakresim'])).toHaveLength(1);
  });

  it('is still shown as deleted, with its place and its time', async () => {
    const messageId = await writes('gizlikelime burada', 'silinen');
    await writes('başka bir mesaj', 'silinen');
    await fetchAll();
    const [row] = (await core.call('conversations.list', { workspaceId: brand.workspaceId })).items;
    await core.steer('sandbox.delete', { messageId });
    await fetchAll();
    const thread = { workspaceId: brand.workspaceId, conversationId: row?.id ?? '' };
    const entries = (await core.call('messages.list', thread)).items;
    expect(entries.map(({ text, deletedAt }) => [text, deletedAt !== null])).toEqual([
      ['', true],
      ['başka bir mesaj', false],
    ]);
  });
});

describe('a reply of ours that was deleted on the network', () => {
  it('keeps its words, marked as deleted', async () => {
    const conversation = await brand.hears('Kargom nerede?');
    await brand.replies(conversation, 'Bugün yola çıktı.');
    await fetchAll();
    const [sent] = await brand.received();
    await core.steer('sandbox.delete', { messageId: sent?.messageId });
    await fetchAll();
    const thread = { workspaceId: brand.workspaceId, conversationId: conversation.id };
    const last = (await core.call('messages.list', thread)).items.at(-1);
    expect([last?.text, last?.deletedAt !== null]).toEqual(['Bugün yola çıktı.', true]);
  });
});
