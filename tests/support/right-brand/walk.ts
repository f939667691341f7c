import type { Draft } from '@shared/contract/views';
import type { TestCore } from '../core/test-core';
import { until } from '../until';
import { pick, type Place, type World } from './world';

export interface SentItem {
  readonly workspaceId: string;
  readonly itemId: string;
}

/** A window as the core sees it: what it shows, what is typed there, and what it has sent. */
export interface WindowState {
  /** Does one thing that a person might do; answers what it was. */
  act(): Promise<string>;
  sent(): readonly SentItem[];
}

type Action = readonly [name: string, weight: number, run: () => Promise<string | undefined>];

/** A window that walks at random: opens, switches, types, sends, takes back, and sometimes mixes up what it names. */
export function createWindow(core: TestCore, world: World, random: () => number): WindowState {
  let open: Place = pick(random, world.places);
  let before: Place = open;
  let draft: Draft | null = null;
  let count = 0;
  const sent: SentItem[] = [];
  const ids = (place: Place): { workspaceId: string; conversationId: string } => ({
    workspaceId: place.workspaceId,
    conversationId: place.conversationId,
  });
  const text = (place: Place): string => `${place.mark} says ${Math.floor(random() * 1e6)} ${(count += 1)}`;

  const show = async (place: Place): Promise<undefined> => {
    before = open;
    open = place;
    draft = await core.call('drafts.get', ids(place));
    return undefined;
  };
  /** One conversation can be written in from two windows: the later text wins, as on screen. */
  const write = async (): Promise<undefined> => {
    draft = await core.call('drafts.save', { ...ids(open), text: text(open) });
    return undefined;
  };
  const ask = async (input: {
    workspaceId: string;
    conversationId: string;
    accountId: string;
    draftId: string;
    text: string;
  }): Promise<string> => {
    const result = await core.core.call('outbox.send', input);
    if (!result.ok) return 'refused';
    sent.push({ workspaceId: input.workspaceId, itemId: (result.value as { id: string }).id });
    return 'sent';
  };
  const send = async (): Promise<string> => {
    if (!draft) await write();
    const one = draft;
    if (!one) return 'nothing';
    draft = null;
    return ask({ ...ids(open), accountId: open.accountId, draftId: one.id, text: one.text });
  };
  /** A broken window: it names the account, the conversation or the draft of somewhere else. */
  const mixUp = async (): Promise<string> => {
    const other = random() < 0.5 ? before : pick(random, world.places);
    if (!draft) await write();
    const one = draft;
    if (!one) return 'nothing';
    const parts = [open, other];
    return ask({
      workspaceId: pick(random, parts).workspaceId,
      conversationId: pick(random, parts).conversationId,
      accountId: pick(random, parts).accountId,
      draftId: one.id,
      text: random() < 0.5 ? one.text : text(other),
    });
  };
  const last = async (operation: 'outbox.recall' | 'outbox.discard' | 'outbox.retry'): Promise<string> => {
    const item = sent.at(-1 - Math.floor(random() * 3));
    if (!item) return 'nothing';
    const result = await core.core.call(operation, item);
    return result.ok ? operation : `${operation} too late`;
  };
  const trouble = async (): Promise<string> => {
    const account = open.handle;
    const [kind, input] = pick<readonly [string, object]>(random, [
      ['sandbox.fail', { account, what: 'send', mode: 'lost_answer', count: 1 }],
      ['sandbox.fail', { account, what: 'send', mode: 'unreachable', count: 1 }],
      ['sandbox.fail', { account, what: 'send', mode: 'rate_limited', count: 1, retryAfterMs: 20 }],
      ['sandbox.fail', { account, what: 'identify', mode: 'unreachable', count: 1 }],
      ['sandbox.delay', { account, what: 'send', when: 'after', delayMs: Math.floor(random() * 15) }],
    ]);
    await core.steer(kind, input);
    return 'trouble';
  };

  const actions: readonly Action[] = [
    ['opened', 22, () => show(pick(random, world.places))],
    ['switched', 12, () => show(before)],
    ['typed', 24, write],
    ['sent', 24, send],
    ['mixed up', 8, mixUp],
    ['recalled', 3, () => last('outbox.recall')],
    ['discarded', 2, () => last('outbox.discard')],
    ['retried', 2, () => last('outbox.retry')],
    ['trouble', 3, trouble],
  ];
  const total = actions.reduce((sum, [, weight]) => sum + weight, 0);
  return {
    async act() {
      let at = random() * total;
      for (const [name, weight, run] of actions) {
        at -= weight;
        if (at < 0) return (await run()) ?? name;
      }
      return 'nothing';
    },
    sent: () => sent,
  };
}

/** Items that are neither sent nor taken back. */
export const openItems = async (core: TestCore): Promise<readonly string[]> =>
  (
    await core.call('outbox.list', { states: ['queued', 'sending', 'held', 'failed', 'unknown'], limit: 200 })
  ).items.map((item) => `${item.state} ${item.holdReason ?? item.errorReason ?? ''} ${item.text}`);

/** Ends all trouble, lets everything leave, and releases what was held because the thread went on. */
export async function drain(core: TestCore): Promise<void> {
  await core.steer('sandbox.heal', {});
  await until(
    'everything to leave',
    async () => {
      const { items } = await core.call('outbox.list', {
        states: ['queued', 'sending', 'held', 'failed', 'unknown'],
        limit: 200,
      });
      for (const item of items) {
        const one = { workspaceId: item.workspaceId, itemId: item.id };
        if (item.state === 'held' && item.holdReason !== null) {
          await core.core.call('outbox.release', { ...one, reason: item.holdReason });
        }
        if (item.state === 'queued' && item.nextAttemptAt !== null) await core.core.call('outbox.retry', one);
      }
      return items.length === 0;
    },
    120_000,
  );
}
