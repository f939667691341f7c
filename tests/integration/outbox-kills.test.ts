import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OutputOf } from '@shared/contract';
import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundleForNode } from '../support/bundle';
import { aBrand, type ReceivedMessage, type SandboxBrand } from '../support/core/sandbox-brands';
import { resourcesDir, startTestCore, tempProfile, type TestCore } from '../support/core/test-core';
import { killAgainAndAgain, seeded } from '../support/outbox/kill-run';
import { countOutbox, outboxStateOf } from '../support/outbox/outbox-file';
import { until } from '../support/until';

/** Kills of each kind; the named command `npm run proof:kills` asks for 1,000. */
const wantedKills = Number(process.env['CHORALE_KILLS'] ?? 50);
/** The network applies a send and answers this much later: the window in which a kill hurts most. */
const answerDelayMs = 12;
const repliesPerRun = wantedKills + 10;
const longestMs = 600_000 + wantedKills * 5000;

let bundle: string;
beforeAll(async () => {
  bundle = await bundleForNode('outbox', {
    worker: 'tests/support/outbox/worker.ts',
    'naive-sender': 'tests/support/outbox/naive-sender.ts',
  });
}, 120_000);

/** A brand with one conversation per reply; every tenth text is equal to another, as real ones are. */
async function arrange(
  core: TestCore,
  keys: 'lookup' | 'refuse' | 'none',
): Promise<{ brand: SandboxBrand; itemIds: string[] }> {
  const brand = await aBrand(core, 'Pekkola');
  await core.steer('sandbox.setNetwork', { keys, echoKeys: keys !== 'none' });
  await core.steer('sandbox.delay', { what: 'send', when: 'after', delayMs: answerDelayMs });
  for (let n = 0; n < repliesPerRun; n += 1) {
    await core.steer('sandbox.writeAs', {
      account: brand.handle,
      kind: 'direct',
      text: `Question ${n}`,
      customer: `customer${n}`,
    });
  }
  await core.call('sync.now');
  await core.call('sync.setOffline', { isOffline: true });
  const rows = [];
  for (let cursor: string | null = null; ;) {
    const page: OutputOf<'conversations.list'> = await core.call('conversations.list', {
      workspaceId: brand.workspaceId,
      limit: 200,
      cursor,
    });
    rows.push(...page.items);
    cursor = page.nextCursor;
    if (cursor === null) break;
  }
  expect(rows).toHaveLength(repliesPerRun);
  const itemIds: string[] = [];
  for (const [n, row] of rows.entries()) {
    const item = await brand.replies(row, n % 10 === 0 ? 'Thank you, it is on its way.' : `Answer ${n}`);
    itemIds.push(item.id);
  }
  return { brand, itemIds };
}

describe.each([
  { keys: 'lookup' as const, name: 'a network that can be asked by key' },
  { keys: 'none' as const, name: 'a network without keys, settled by reading back' },
])('killed while sending, on $name', ({ keys }) => {
  it(
    `sends nothing twice and loses nothing over ${wantedKills} kills`,
    async () => {
      const profileDir = tempProfile();
      const first = startTestCore({ profileDir });
      const { brand, itemIds } = await arrange(first, keys);
      await first.stop();

      const run = await killAgainAndAgain({
        args: [join(bundle, 'worker.js'), profileDir, resourcesDir],
        kills: wantedKills,
        spreadMs: answerDelayMs + 10,
        random: seeded(7),
        quietMs: 4000,
        isSending: (line) => outboxStateOf(profileDir, brand.workspaceId, line) === 'sending',
        isDone: () => countOutbox(profileDir, brand.workspaceId, "state in ('queued','sending')") === 0,
      });

      const last = startTestCore({ profileDir });
      last.core.startWork();
      await until(
        'every reply to be settled',
        () =>
          countOutbox(
            profileDir,
            brand.workspaceId,
            "state in ('queued','sending') or (state = 'unknown' and next_attempt_at is not null)",
          ) === 0,
        120_000,
      );
      const received = await receivedBy(last, brand.handle);
      const states = await Promise.all(
        itemIds.map(
          async (itemId) => (await last.call('outbox.get', { workspaceId: brand.workspaceId, itemId })).state,
        ),
      );
      await last.stop();

      expect(run.kills).toBe(wantedKills);
      const perConversation = countBy(received, (message) => message.conversationId);
      const duplicates = [...perConversation.values()].filter((count) => count > 1).length;
      const unsure = states.filter((state) => state === 'unknown').length;
      const lost = itemIds.length - states.filter((state) => state === 'sent').length - unsure;
      process.stdout.write(
        `kills ${run.kills}, sent ${received.length} of ${itemIds.length}, duplicates ${duplicates}, unsure ${unsure}, lost ${lost}\n`,
      );
      expect({ duplicates, lost }).toEqual({ duplicates: 0, lost: 0 });
      expect(received.length).toBeGreaterThanOrEqual(states.filter((state) => state === 'sent').length);
    },
    longestMs,
  );
});

describe('the kills are worth something', () => {
  it(
    'shows duplicates for a sender that simply begins again',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'chorale-naive-'));
      const profileDir = tempProfile();
      const core = startTestCore({ profileDir });
      const brand = await aBrand(core, 'Pekkola');
      await core.steer('sandbox.setNetwork', { keys: 'none' });
      await core.steer('sandbox.delay', { what: 'send', when: 'after', delayMs: answerDelayMs });
      const items = [];
      for (let n = 0; n < repliesPerRun; n += 1) {
        const written = (await core.steer('sandbox.writeAs', {
          account: brand.handle,
          kind: 'direct',
          text: `Question ${n}`,
          customer: `customer${n}`,
        })) as { conversationId: string };
        items.push({
          key: uuidv7(),
          text: `Answer ${n}`,
          images: [],
          createdAt: Date.now(),
          target: {
            conversationRemoteId: written.conversationId,
            kind: 'direct',
            visibility: 'direct',
            contact: { remoteId: `customer${n}`, handle: `customer${n}`, displayName: '', url: null },
            message: null,
          },
        });
      }
      await core.stop();
      const listFile = join(folder, 'list.json');
      const doneFile = join(folder, 'done.txt');
      writeFileSync(listFile, JSON.stringify(items));
      await killAgainAndAgain({
        args: [
          join(bundle, 'naive-sender.js'),
          join(profileDir, 'networks', 'sandbox'),
          listFile,
          doneFile,
          brand.handle,
        ],
        kills: Math.min(wantedKills, 50),
        spreadMs: answerDelayMs + 10,
        random: seeded(7),
        quietMs: 4000,
        // The first send of a life is slow; the kills go into the later ones.
        isSending: (_line, nth) => nth === 3,
        isDone: () => false,
      });
      const reader = startTestCore({ profileDir });
      const received = await receivedBy(reader, brand.handle);
      await reader.stop();
      const duplicates = [...countBy(received, (message) => message.text).values()].filter((count) => count > 1).length;
      process.stdout.write(`naive sender: ${duplicates} of ${items.length} texts arrived more than once\n`);
      expect(duplicates).toBeGreaterThan(0);
    },
    longestMs,
  );
});

async function receivedBy(core: TestCore, account: string): Promise<readonly ReceivedMessage[]> {
  const all = (await core.steer('sandbox.received', { account })) as { messages: readonly ReceivedMessage[] };
  return all.messages.filter((message) => message.via === 'connector');
}

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}
