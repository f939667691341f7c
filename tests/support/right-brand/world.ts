import type { InputOf, OperationName, OutputOf } from '@shared/contract';
import { customerWrites, type ReceivedMessage, type Steering } from './network';

/** A conversation of the world, with the mark that every text typed for it carries. */
export interface Place {
  readonly workspaceId: string;
  readonly workspaceName: string;
  readonly conversationId: string;
  readonly accountId: string;
  readonly handle: string;
  readonly customer: string;
  readonly remoteConversation: string;
  /** Stands in no other conversation's texts, and names no brand. */
  readonly mark: string;
}

export interface World {
  readonly places: readonly Place[];
  readonly workspaceIds: readonly string[];
}

/** Anything that answers operations: a core in this process, or a driver. */
export interface Caller extends Steering {
  call<Name extends OperationName>(operation: Name, input?: InputOf<Name>): Promise<OutputOf<Name>>;
}

const surnames = ['Yılmaz', 'Keller', 'Moreau', 'Okafor', 'Lindqvist', 'Demir', 'Fraser', 'Novak', 'Costa', 'Aydın'];

/** Makes `brands` workspaces with one account and `each` conversations; replies leave after `recallMs`. */
export async function makeWorld(core: Caller, brands: number, each: number, recallMs = 0): Promise<World> {
  const workspaceIds: string[] = [];
  const remote = new Map<string, { workspaceName: string; handle: string; customer: string; id: string }>();
  for (let n = 0; n < brands; n += 1) {
    const name = `Brand ${String.fromCodePoint(65 + (n % 26))}${Math.floor(n / 26) + 1}`;
    const handle = `brand${n}`;
    const workspace = await core.call('workspaces.create', { name, recallMs });
    workspaceIds.push(workspace.id);
    const step = await core.call('channels.beginSignIn', {
      workspaceId: workspace.id,
      network: 'sandbox',
      flow: 'local',
      fields: { handle, name },
    });
    if (step.state !== 'done') throw new Error('the sign-in did not end');
    if (n === 0) await core.steer('sandbox.setPace', { messagesPerHour: 0 });
    for (let m = 0; m < each; m += 1) {
      const customer = `${surnames[m % surnames.length]} ${n}-${m}`;
      const id = await customerWrites(core, {
        account: handle,
        customer: `c${n}x${m}`,
        customerName: customer,
        text: `Question ${n}-${m}?`,
      });
      remote.set(`${workspace.id} ${customer}`, { workspaceName: name, handle, customer, id });
    }
  }
  await core.call('sync.now');
  const rows = await allConversations(core);
  const places = rows.map((row, index): Place => {
    const found = remote.get(`${row.workspaceId} ${row.contactName}`);
    if (!found) throw new Error(`an unknown conversation: ${row.contactName}`);
    return {
      workspaceId: row.workspaceId,
      workspaceName: found.workspaceName,
      conversationId: row.id,
      accountId: row.accountId,
      handle: found.handle,
      customer: found.customer,
      remoteConversation: found.id,
      mark: `zq${(index + 1).toString(36).padStart(3, '0')}`,
    };
  });
  if (places.length !== brands * each) throw new Error(`${places.length} of ${brands * each} conversations arrived`);
  return { places, workspaceIds };
}

async function allConversations(core: Caller): Promise<OutputOf<'conversations.list'>['items']> {
  const rows: OutputOf<'conversations.list'>['items'] = [];
  for (let cursor: string | null = null; ;) {
    const page: OutputOf<'conversations.list'> = await core.call('conversations.list', { limit: 200, cursor });
    rows.push(...page.items);
    cursor = page.nextCursor;
    if (cursor === null) return rows;
  }
}

/** What is wrong with what left: an account, a conversation or a text that does not belong to the others. Empty is good. */
export function wrongOnes(world: World, received: readonly ReceivedMessage[]): readonly string[] {
  return received.flatMap((message) => {
    const marks = new Set(message.text.match(/zq[0-9a-z]{3}/g) ?? []);
    const [mark] = marks;
    const place = world.places.find((each) => each.mark === mark);
    const faults = [
      message.account !== message.conversationAccount && 'left through another account than its conversation’s',
      marks.size !== 1 && `carries ${marks.size} marks`,
      !place && 'carries the mark of no conversation',
      place && place.handle !== message.account && `was typed for @${place.handle}`,
      place && place.remoteConversation !== message.conversationId && 'was typed for another conversation',
      message.timesApplied !== 1 && `was applied ${message.timesApplied} times`,
    ].filter((fault) => fault !== false && fault !== undefined);
    return faults.map((fault) => `@${message.account}, “${message.text}”: ${fault}`);
  });
}

/** Numbers from 0 to 1, the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 0x1_0000_0000;
  };
}

export const pick = <Item>(random: () => number, items: readonly Item[]): Item => {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
};
