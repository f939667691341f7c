import type { ConversationKind } from '@shared/domain/conversation';
import { listAccounts, type AccountRow } from './accounts';
import {
  addConversation,
  conversationById,
  countReaction,
  directWith,
  type ConversationRow,
  type Reactions,
} from './conversations';
import { addMessage } from './messages';
import { ensureCustomer, relationOf } from './people';
import { listPosts } from './posts';
import { dealt, randomAt, seedOf } from './random';
import { readSetting, writeSetting, type Pace, type Settings } from './settings';
import type { Store } from './store';

/** How a customer may begin. */
export interface Opener {
  readonly kind: ConversationKind;
  readonly text: string;
  readonly reactions: Reactions;
}

/** What customers of an account say, and who they are. */
export interface Repertoire {
  readonly openers: readonly Opener[];
  readonly people: readonly { readonly name: string; readonly handle: string }[];
}
export type RepertoireOf = (account: AccountRow) => Repertoire;

const hourMs = 3_600_000;
const minuteMs = 60_000;
/** An app that was closed for long finds what was written in these last hours, not a flood. */
const longestCatchUpMs = 2 * hourMs;
/** Messages that one look at the clock may bring. */
const mostAtOnce = 500;
const mostReactions = 2;

/** Time to the next message: an exponential spread as of people who know nothing of each other, without its extremes. */
const waitMs = (pace: Pace, turn: number): number => {
  const spread = Math.min(3, Math.max(0.15, -Math.log(1 - randomAt(pace.seed, turn, 1))));
  return Math.round((hourMs / pace.messagesPerHour) * spread);
};

const writeOpener = (store: Store, pace: Pace, turn: number, at: number, repertoireOf: RepertoireOf): void => {
  const accounts = listAccounts(store).filter((account) => repertoireOf(account).openers.length > 0);
  const account = dealt(accounts, pace.seed, turn);
  if (!account) return;
  const { openers, people } = repertoireOf(account);
  const accountTurn = Math.floor(turn / accounts.length);
  const accountSeed = (pace.seed ^ seedOf(account.handle)) >>> 0;
  const opener = dealt(openers, accountSeed, accountTurn);
  const person = dealt(people, accountSeed + 1, accountTurn);
  if (!opener || !person) return;
  const customer = ensureCustomer(store, person.handle, person.name);
  if (relationOf(store, account.id, customer.id).isBlocked) return;
  const posts = opener.kind === 'comment' ? listPosts(store, account.id, 3) : [];
  const post = posts[Math.floor(randomAt(pace.seed, turn, 2) * posts.length)];
  const kind = opener.kind === 'comment' && !post ? 'mention' : opener.kind;
  const known = kind === 'direct' ? directWith(store, account.id, customer.id) : undefined;
  const conversation =
    known ??
    addConversation(store, {
      accountId: account.id,
      kind,
      customerId: customer.id,
      postId: post?.id ?? null,
      at,
      reactions: opener.reactions,
    });
  addMessage(store, conversation, { authorAccountId: null, text: opener.text, at, via: 'customer' });
};

/** Starts, changes or (with 0 an hour) stops the customers. The first writes after `firstInMs`. */
export const setPace = (store: Store, pace: Pace, now: number, firstInMs?: number): void => {
  writeSetting(store, 'pace', pace);
  const isOn = pace.messagesPerHour > 0;
  writeSetting(store, 'live', { turn: 0, nextAt: isOn ? now + (firstInMs ?? waitMs(pace, 0)) : null });
};

const writeDueReactions = (store: Store, now: number): number => {
  const rows = store.all<{ id: number; due_at: number; conversation_id: string; text: string }>(
    'SELECT id, due_at, conversation_id, text FROM due WHERE due_at <= ? ORDER BY due_at, id LIMIT ?',
    now,
    mostAtOnce,
  );
  for (const row of rows) {
    store.run('DELETE FROM due WHERE id = ?', row.id);
    const conversation = conversationById(store, row.conversation_id);
    if (!conversation || relationOf(store, conversation.account_id, conversation.customer_id).isBlocked) continue;
    addMessage(store, conversation, { authorAccountId: null, text: row.text, at: row.due_at, via: 'customer' });
  }
  return rows.length;
};

/** Whether the clock was far ahead when the next message was planned: that must not silence everybody. */
const isStrayed = (pace: Pace, nextAt: number, now: number): boolean =>
  nextAt > now + (3 * hourMs) / pace.messagesPerHour + hourMs;

const isOpenerDue = (pace: Pace, { nextAt }: Settings['live'], now: number): boolean =>
  pace.messagesPerHour > 0 && nextAt !== null && (nextAt <= now || isStrayed(pace, nextAt, now));

const writeDueOpeners = (store: Store, now: number, repertoireOf: RepertoireOf): number => {
  const pace = readSetting(store, 'pace');
  const live = readSetting(store, 'live');
  if (live.nextAt === null || !isOpenerDue(pace, live, now)) return 0;
  let { turn } = live;
  let nextAt = isStrayed(pace, live.nextAt, now)
    ? now + waitMs(pace, turn)
    : Math.max(live.nextAt, now - longestCatchUpMs);
  while (nextAt <= now && turn - live.turn < mostAtOnce) {
    writeOpener(store, pace, turn, nextAt, repertoireOf);
    turn += 1;
    nextAt += waitMs(pace, turn);
  }
  writeSetting(store, 'live', { turn, nextAt });
  return turn - live.turn;
};

const nextReactionAt = (store: Store): number | null =>
  store.get<{ at: number | null }>('SELECT min(due_at) AS at FROM due')?.at ?? null;

/** When somebody writes next; null where nobody will. */
export const nextDueAt = (store: Store): number | null => {
  const times = [readSetting(store, 'live').nextAt, nextReactionAt(store)].filter((at) => at !== null);
  return times.length === 0 ? null : Math.min(...times);
};

/** Writes what customers should have written by now. Says whether anything came. */
export const advance = (store: Store, now: number, repertoireOf: RepertoireOf): boolean => {
  const reactionAt = nextReactionAt(store);
  const isReactionDue = reactionAt !== null && reactionAt <= now;
  if (!isReactionDue && !isOpenerDue(readSetting(store, 'pace'), readSetting(store, 'live'), now)) return false;
  return store.write(() => writeDueReactions(store, now) + writeDueOpeners(store, now, repertoireOf) > 0);
};

/** After a brand's answer, perhaps, the customer says thanks or asks on, some minutes later. */
export const planReaction = (store: Store, conversation: ConversationRow, now: number): void => {
  const pace = readSetting(store, 'pace');
  if (pace.messagesPerHour <= 0 || conversation.reaction_count >= mostReactions || conversation.reactions === null)
    return;
  const seed = (pace.seed ^ seedOf(conversation.id)) >>> 0;
  const count = conversation.reaction_count;
  if (randomAt(seed, count, 3) >= pace.reactionShare) return;
  const { thanks, questions } = JSON.parse(conversation.reactions) as Reactions;
  const asks = count === 0 && questions.length > 0 && randomAt(seed, count, 4) < 0.4;
  const text = dealt(asks ? questions : thanks, seed, count);
  if (text === undefined) return;
  const afterMs = Math.round((1 + 6 * randomAt(seed, count, 5)) * minuteMs);
  store.run('INSERT INTO due (due_at, conversation_id, text) VALUES (?, ?, ?)', now + afterMs, conversation.id, text);
  countReaction(store, conversation.id);
};
