import { mkdtempSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestCore, type TestCore } from '../support/core/test-core';
import { convert } from '../tools/customer-care.mjs';

let core: TestCore;
let folder: string;
beforeEach(() => {
  core = startTestCore();
  folder = mkdtempSync(join(tmpdir(), 'chorale-import-'));
});
afterEach(() => core.stop());

const line = (id: string, texts: readonly string[], workspace = 'Lale'): string =>
  JSON.stringify({
    workspace: { name: workspace },
    account: { network: 'x', handle: 'lale' },
    conversation: { id, kind: 'mention', contact: { handle: 'ada', name: 'Ada' }, labels: ['old'] },
    messages: texts.map((text, n) => ({
      id: `${n}`,
      from: n % 2 === 0 ? 'customer' : 'brand',
      text,
      at: new Date(Date.UTC(2025, 0, 1, 10, n)).toISOString(),
    })),
  });
const write = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

describe('an import of conversations', () => {
  it('says beforehand what it would do, and changes nothing by saying it', async () => {
    const path = write('a.jsonl', `${line('1', ['Merhaba', 'Buyurun'])}\n${line('2', ['Selam'], 'Nord')}\nnot json\n`);
    const preview = await core.call('import.preview', { path });
    expect(preview).toMatchObject({
      conversations: 2,
      messages: 3,
      skippedCount: 1,
      skipped: [{ line: 3, reason: 'not_json' }],
    });
    expect(preview.workspaces).toEqual([
      { name: 'Lale', conversations: 1, exists: false },
      { name: 'Nord', conversations: 1, exists: false },
    ]);
    expect(await core.call('workspaces.list')).toEqual([]);
  });

  it('puts every turn in its place, searchable and labelled', async () => {
    const path = write('a.jsonl', `${line('1', ['Kargom SİPARİŞ 20418', 'Yolda', 'Teşekkürler'])}\n`);
    await core.call('import.conversations', { path });
    const [workspace] = await core.call('workspaces.list');
    const [row] = (await core.call('conversations.list', { workspaceId: workspace?.id ?? null })).items;
    expect(row?.labels.map((label) => label.name)).toEqual(['old']);
    const thread = await core.call('messages.list', {
      workspaceId: row?.workspaceId ?? '',
      conversationId: row?.id ?? '',
    });
    expect(thread.items.map((entry) => [entry.type, entry.text])).toEqual([
      ['inbound', 'Kargom SİPARİŞ 20418'],
      ['outbound', 'Yolda'],
      ['inbound', 'Teşekkürler'],
    ]);
    expect((await core.call('search.query', { query: 'siparis' })).items).toHaveLength(1);
  });

  it('adds nothing when the same file comes again, and only what is new of a longer one', async () => {
    const first = write('a.jsonl', `${line('1', ['Bir', 'İki'])}\n`);
    await core.call('import.conversations', { path: first });
    const again = await core.call('import.conversations', { path: first });
    expect([again.conversationsAdded, again.messagesAdded, again.messagesKnown]).toEqual([0, 0, 2]);
    const longer = await core.call('import.conversations', {
      path: write('b.jsonl', `${line('1', ['Bir', 'İki', 'Üç'])}\n`),
    });
    expect([longer.conversationsAdded, longer.messagesAdded, longer.messagesKnown]).toEqual([0, 1, 2]);
  });

  it('goes on past lines it cannot read and names the field, never the content', async () => {
    const path = write('a.jsonl', `{"workspace":{"name":""}}\n${line('1', ['Bir'])}\n[]\n`);
    const report = await core.call('import.conversations', { path });
    expect([report.conversationsAdded, report.skippedCount]).toEqual([1, 2]);
    expect(report.skipped.every((skipped) => skipped.reason.startsWith('field '))).toBe(true);
  });

  it('keeps two conversations that share a message apart', async () => {
    const path = write('a.jsonl', `${line('1', ['Aynı'])}\n${line('2', ['Aynı'])}\n`);
    const report = await core.call('import.conversations', { path });
    expect([report.conversationsAdded, report.messagesAdded]).toEqual([2, 2]);
  });

  it('answers clearly for a file that is not there, is empty, or is a folder', async () => {
    expect((await core.refused('import.preview', { path: join(folder, 'nothing') })).reason).toBe('file_missing');
    expect((await core.refused('import.preview', { path: write('e', '') })).reason).toBe('file_empty');
    expect((await core.refused('import.preview', { path: folder })).reason).toBe('not_a_file');
  });

  it('stops when it is cancelled and keeps what is in', async () => {
    const path = write('big.jsonl', Array.from({ length: 3000 }, (_, n) => line(`c${n}`, ['Bir', 'İki'])).join('\n'));
    const begun = await core.call('import.conversations', { path, wait: false });
    await core.call('import.cancel', { importId: begun.importId });
    await expect
      .poll(async () => (await core.call('import.status', { importId: begun.importId })).state)
      .toBe('cancelled');
    const report = await core.call('import.status', { importId: begun.importId });
    expect(report.conversationsAdded).toBeLessThan(3000);
  });

  it('cannot be answered from an imported account', async () => {
    await core.call('import.conversations', { path: write('a.jsonl', `${line('1', ['Bir'])}\n`) });
    const [row] = (await core.call('conversations.list', {})).items;
    if (!row) throw new Error('nothing imported');
    const { workspaceId, accountId, id: conversationId } = row;
    await core.call('workspaces.update', { workspaceId, recallMs: 0 });
    const draft = await core.call('drafts.save', { workspaceId, conversationId, text: 'Yanıt' });
    const item = await core.call('outbox.send', {
      workspaceId,
      conversationId,
      accountId,
      draftId: draft.id,
      text: 'Yanıt',
    });
    await core.call('sync.now');
    expect((await core.call('outbox.get', { workspaceId, itemId: item.id })).holdReason).toBe('account_disconnected');
  });
});

describe('an export of conversations', () => {
  it('writes what an import reads back unchanged', async () => {
    await core.call('import.conversations', {
      path: write('a.jsonl', `${line('1', ['Bir', 'İki'])}\n${line('2', ['Üç'])}\n`),
    });
    const [workspace] = await core.call('workspaces.list');
    const out = join(folder, 'out.jsonl');
    const report = await core.call('export.conversations', { workspaceId: workspace?.id ?? '', path: out });
    expect([report.conversations, report.messages]).toEqual([2, 3]);
    const other = startTestCore();
    await other.call('import.conversations', { path: out });
    const [copy] = await other.call('workspaces.list');
    const again = join(folder, 'again.jsonl');
    await other.call('export.conversations', { workspaceId: copy?.id ?? '', path: again });
    await other.stop();
    const sorted = async (path: string): Promise<string[]> =>
      (await readFile(path, 'utf8')).trim().split('\n').toSorted();
    expect(await sorted(again)).toEqual(await sorted(out));
  });
});

describe('the converter of the customer-care conversations', () => {
  const conversation = {
    agentURL: { tweet_ID: '1245425308704149506', url_utterance: '@ada See our help page' },
    dialogContent: [
      { client: 'ada', datetime: '2020-04-01T17:31:32.000Z', message: 'Help', tweet_ID: '1245403438755852288' },
      { client1: 'tom', datetime: '2020-04-01T17:40:00.000Z', message: 'Me too', tweet_ID: '1245405569202454528' },
      {
        agent: 'TeamTube',
        datetime: '2020-04-01T17:45:00.000Z',
        message: 'We look into it',
        tweet_ID: '1245406827000000000',
      },
    ],
    dialogHeader: { company: 'TeamTube', sessionID: 's1' },
  };

  it('keeps every turn, the third party’s name, and dates the closing answer by its id', async () => {
    const report = await core.call('import.conversations', { path: write('c.jsonl', convert([conversation])) });
    expect([report.skippedCount, report.messagesAdded]).toEqual([0, 4]);
    const [row] = (await core.call('conversations.list', {})).items;
    const thread = await core.call('messages.list', {
      workspaceId: row?.workspaceId ?? '',
      conversationId: row?.id ?? '',
    });
    expect(thread.items.map((entry) => [entry.authorHandle, entry.type])).toEqual([
      ['ada', 'inbound'],
      ['tom', 'inbound'],
      ['TeamTube', 'outbound'],
      ['TeamTube', 'outbound'],
    ]);
    expect(new Date(thread.items[3]?.createdAt ?? 0).toISOString().slice(0, 16)).toBe('2020-04-01T18:58');
  });
});
