import { createWriteStream, existsSync, readFileSync } from 'node:fs';
import { createRegistry } from '../../../electron/core/connectors/core/registry';
import { systemClock } from '../../../electron/core/ports/clock';
import { silentLogger } from '../../../electron/core/ports/logger';
import type { OutgoingItem } from '../../../electron/core/connectors/core/types';

/**
 * The sender that everybody writes first: it sends what it has not noted as sent, notes it after the answer, and after a
 * crash begins again. It must show duplicates under the same kills, or the kills prove nothing.
 */
const [, , networkDir, listFile, doneFile, handle] = process.argv;
if (!networkDir || !listFile || !doneFile || !handle) throw new Error('usage: naive-sender NETWORK LIST DONE HANDLE');
const connector = await createRegistry().load('sandbox');
if (!connector) throw new Error('no sandbox network');
const context = { fetch, clock: systemClock, logger: silentLogger, random: Math.random, networkDir };
const signal = new AbortController().signal;
const step = await connector.signIn('local', { handle }, context, signal);
if (!step.ok || step.value.kind !== 'done') throw new Error('no sign-in');
const { identity, serviceUrl, capabilities } = step.value.account;
const none = { get: () => Promise.reject(new Error('no secret')), set: () => Promise.reject(new Error('no secret')) };
const link = connector.connect(
  { accountId: 'naive', workspaceId: 'naive', remoteId: identity.remoteId, handle, serviceUrl, capabilities },
  none,
  context,
);
const items = JSON.parse(readFileSync(listFile, 'utf8')) as OutgoingItem[];
const done = new Set(existsSync(doneFile) ? readFileSync(doneFile, 'utf8').split('\n') : []);
const notes = createWriteStream(doneFile, { flags: 'a' });
for (const item of items) {
  if (done.has(item.key)) continue;
  process.stdout.write(`${JSON.stringify({ itemId: item.key })}\n`);
  const outcome = await link.send({ ...item, images: [] }, signal);
  if (outcome.kind === 'sent') await new Promise((resolve) => notes.write(`${item.key}\n`, resolve));
}
