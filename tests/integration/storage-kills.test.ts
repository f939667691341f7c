import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bundleForNode } from '../support/bundle';
import { aBrand, type SandboxBrand } from '../support/core/sandbox-brands';
import { resourcesDir, startTestCore } from '../support/core/test-core';
import { wrongIn, type Acknowledged } from '../support/storage/promises';
import { needStrace, runTraced, storageCalls, type TracedRun } from '../support/storage/strace';
import { until } from '../support/until';

/** Points at which the core is killed; the named command `npm run proof:storage` asks for more. */
const wantedKills = Number(process.env['CHORALE_STORAGE_KILLS'] ?? 24);
const longestMs = 300_000 + wantedKills * 20_000;

let bundle: string;
let folder: string;
let profileDir: string;
let brand: Pick<SandboxBrand, 'workspaceId' | 'accountId' | 'handle'>;

beforeAll(async () => {
  needStrace();
  bundle = await bundleForNode('storage', { worker: 'tests/support/storage/worker.ts' });
}, 120_000);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'chorale-kills-'));
  profileDir = join(folder, 'profile');
  const core = startTestCore({ profileDir });
  brand = await aBrand(core, 'Pekkola');
  await core.stop();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** One life of the core with its work, killed at the nth change of a database file, or never. */
function live(life: string, killAt: number | null, mode = ''): Promise<TracedRun> {
  const files = [
    join(profileDir, 'agency.db'),
    join(profileDir, 'workspaces', brand.workspaceId, 'data.db'),
    join(profileDir, 'networks', 'sandbox', 'network.db'),
  ];
  return runTraced({
    args: [
      join(bundle, 'worker.js'),
      profileDir,
      resourcesDir,
      brand.workspaceId,
      brand.accountId,
      brand.handle,
      life,
      mode,
    ],
    paths: files.flatMap((file) => [file, `${file}-wal`, `${file}-shm`]),
    calls: storageCalls,
    inject: killAt === null ? null : `signal=SIGKILL:when=${killAt}`,
    traceTo: join(folder, 'trace.txt'),
  });
}

/** How many changes of the database files one life makes. */
async function changesOfALife(): Promise<number> {
  const whole = await live('whole', null);
  expect(whole.stderr).toBe('');
  expect(whole.code).toBe(0);
  return readFileSync(join(folder, 'trace.txt'), 'utf8').split('\n').length - 1;
}

const spread = (kills: number, changes: number): readonly number[] =>
  Array.from({ length: kills }, (_, n) => Math.ceil(((n + 0.5) * changes) / kills));

const workOf = (run: TracedRun): readonly Acknowledged[] => run.lines.map((line) => JSON.parse(line) as Acknowledged);

describe('killed at any moment while it writes', () => {
  it(
    `keeps everything that was acknowledged, whole, over ${wantedKills} kills, and sends nothing twice`,
    async () => {
      const changes = await changesOfALife();
      const done: Acknowledged[] = [];
      let kills = 0;
      for (const [n, killAt] of spread(wantedKills, changes).entries()) {
        const run = await live(`life${n}`, killAt);
        kills += run.signal === 'SIGKILL' ? 1 : 0;
        done.push(...workOf(run));
        expect(wrongIn(profileDir, brand.workspaceId, done), `killed at change ${killAt} of ${changes}`).toEqual([]);
      }
      process.stdout.write(`kills ${kills} over ${changes} changes, acknowledged ${done.length}\n`);
      expect(kills).toBe(wantedKills);

      const last = startTestCore({ profileDir });
      const { workspaceId } = brand;
      await until(
        'every reply to be sent',
        async () => {
          await last.call('sync.now', { workspaceId });
          const counts = await last.call('outbox.list', { workspaceId, states: ['queued', 'sending', 'unknown'] });
          return counts.items.length === 0;
        },
        120_000,
      );
      const { messages } = (await last.steer('sandbox.received', { account: brand.handle })) as {
        messages: readonly { text: string; via: string }[];
      };
      await last.stop();
      const sent = messages.filter((message) => message.via === 'connector').map((message) => message.text);
      expect(new Set(sent).size).toBe(sent.length);
      const promised = done.filter(({ kind }) => kind === 'reply').map(({ text }) => text);
      expect(promised.filter((text) => !sent.includes(text))).toEqual([]);
      expect(wrongIn(profileDir, workspaceId, done)).toEqual([]);
    },
    longestMs,
  );

  it(
    'would be caught if it acknowledged before it wrote: this is what the kills are for',
    async () => {
      const changes = await changesOfALife();
      const lost: string[] = [];
      for (const [n, killAt] of spread(6, changes).entries()) {
        const run = await live(`hasty${n}`, killAt, 'hasty');
        lost.push(...wrongIn(profileDir, brand.workspaceId, workOf(run)));
      }
      expect(lost.filter((problem) => problem.startsWith('lost:'))).not.toEqual([]);
    },
    longestMs,
  );
});
