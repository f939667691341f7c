import { writeSync } from 'node:fs';
import type { InputOf, OperationName, OutputOf } from '@shared/contract';
import { openWorkerCore } from '../core/worker-core';
import type { Acknowledged } from './promises';

/**
 * A day's work on one profile, each piece printed as soon as the core has acknowledged it. `hasty` prints before it asks:
 * the twin that must be caught, or the kills prove nothing.
 */
const [, , profileDir, resourcesDir, workspaceId, accountId, account, life, mode] = process.argv;
if (!profileDir || !resourcesDir || !workspaceId || !accountId || !account || !life) {
  throw new Error('usage: worker PROFILE RESOURCES WORKSPACE ACCOUNT HANDLE LIFE [hasty]');
}
const rounds = 4;
const core = openWorkerCore(profileDir, resourcesDir);

async function call<Name extends OperationName>(operation: Name, input: InputOf<Name>): Promise<OutputOf<Name>> {
  const result = await core.call(operation, input);
  if (!result.ok) throw new Error(`${operation}: ${JSON.stringify(result.error)}`);
  return result.value as OutputOf<Name>;
}

/** The line is out before anything else happens: writing to a pipe this way does not wait for the event loop. */
const say = (line: Acknowledged): void => void writeSync(1, `${JSON.stringify(line)}\n`);

async function acknowledged<T>(line: Acknowledged, work: () => Promise<T>): Promise<T> {
  if (mode === 'hasty') say(line);
  const value = await work();
  if (mode !== 'hasty') say(line);
  return value;
}

for (let round = 0; round < rounds; round += 1) {
  const name = `${life}-${round}`;
  const question = `Question ${name}`;
  await core.call('sandbox.writeAs', { account, kind: 'direct', text: question, customer: `customer-${name}` });
  await call('sync.now', { workspaceId });
  const { items } = await call('conversations.list', { workspaceId, limit: 20 });
  const conversation = items.find((row) => row.preview === question);
  if (!conversation) throw new Error(`nothing arrived: ${question}`);
  const conversationId = conversation.id;
  await acknowledged({ kind: 'note', text: `Note ${name}` }, () =>
    call('messages.addNote', { workspaceId, conversationId, text: `Note ${name}` }),
  );
  await acknowledged({ kind: 'staff', text: `Person ${name}` }, () =>
    call('agency.saveStaff', { name: `Person ${name}`, role: 'agent' }),
  );
  const text = `Answer ${name}`;
  const draft = await acknowledged({ kind: 'draft', text }, () =>
    call('drafts.save', { workspaceId, conversationId, text }),
  );
  await acknowledged({ kind: 'reply', text }, () =>
    call('outbox.send', { workspaceId, conversationId, accountId, draftId: draft.id, text }),
  );
  await acknowledged({ kind: 'resolved', text: conversationId }, () =>
    call('conversations.setStatus', { workspaceId, conversationIds: [conversationId], status: 'resolved' }),
  );
  // Sends what is queued and fetches its echo.
  await call('sync.now', { workspaceId });
}
await core.stop();
