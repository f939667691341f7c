import { existsSync } from 'node:fs';
import { z } from 'zod';
import { conversationKinds } from '@shared/domain/conversation';
import { connectorErr, connectorOk, type ConnectorResult } from '../../core/errors';
import type { ConnectorContext, ContributedOperation } from '../../core/types';
import { accountByHandle, listAccounts } from '../network/accounts';
import { listDelays, listFaults } from '../network/faults';
import { countAll, listReceived, listRequests } from '../network/ledger';
import { listPosts } from '../network/posts';
import { keyModes, readSetting } from '../network/settings';
import { networkFile, openReader, type Store } from '../network/store';

const time = z.number().int();
const count = z.number().int();

/** Makes an operation that reads the file through a connection of its own, so that it sees what is committed and nothing else. */
const readingOperation = <In extends z.ZodType, Out extends z.ZodType>(made: {
  readonly summary: string;
  readonly input: In;
  readonly output: Out;
  readonly read: (input: z.output<In>, store: Store) => ConnectorResult<z.input<Out>>;
}): ContributedOperation => ({
  summary: made.summary,
  input: made.input,
  output: made.output,
  run: (input, context: ConnectorContext) => {
    const parsed = made.input.safeParse(input);
    if (!parsed.success) return Promise.resolve(connectorErr('invalid', { networkCode: 'input' }));
    if (!existsSync(networkFile(context.networkDir))) {
      return Promise.resolve(connectorErr('target_gone', { networkCode: 'no network in this profile' }));
    }
    try {
      const store = openReader(context.networkDir);
      try {
        return Promise.resolve(made.read(parsed.data, store));
      } finally {
        store.close();
      }
    } catch (error) {
      context.logger.error('sandbox.storage', { errorName: error instanceof Error ? error.name : 'unknown' });
      return Promise.resolve(connectorErr('unreachable', { networkCode: 'storage' }));
    }
  },
});

const received = z.object({
  messageId: z.string(),
  account: z.string(),
  conversationAccount: z.string(),
  conversationId: z.string(),
  kind: z.enum(conversationKinds),
  customer: z.string(),
  text: z.string(),
  at: time,
  via: z.enum(['connector', 'native']),
  key: z.string().nullable(),
  timesApplied: count,
  timesAsked: count,
  isDeleted: z.boolean(),
  imageCount: count,
});

/** Operations that only look. */
export const readingOperations = {
  'sandbox.received': readingOperation({
    summary:
      'What the network took from brands, with account, key, conversation, text, time and how often each key was applied',
    input: z.object({
      account: z.string().nullable().default(null),
      sinceMs: time.default(0),
      limit: z.number().int().min(1).max(100_000).default(10_000),
    }),
    output: z.object({
      messages: z.array(received),
      /** Messages beyond the first that a key has made. */
      duplicateCount: count,
    }),
    read: (input, store) => {
      const account = input.account === null ? null : accountByHandle(store, input.account);
      if (account === undefined) return connectorErr('target_gone', { networkCode: 'no such account' });
      const messages = listReceived(store, {
        handle: account?.handle ?? null,
        sinceAt: input.sinceMs,
        limit: input.limit,
      });
      const made = new Set<string>();
      let duplicateCount = 0;
      for (const message of messages) {
        if (message.key === null) continue;
        const key = `${message.account} ${message.key}`;
        if (made.has(key)) duplicateCount += 1;
        made.add(key);
      }
      return connectorOk({ messages: [...messages], duplicateCount });
    },
  }),
  'sandbox.requests': readingOperation({
    summary: 'The newest requests to send, applied or not, oldest first',
    input: z.object({ limit: z.number().int().min(1).max(10_000).default(200) }),
    output: z.array(
      z.object({ account: z.string(), key: z.string(), conversationId: z.string(), at: time, outcome: z.string() }),
    ),
    read: (input, store) => connectorOk([...listRequests(store, input.limit)]),
  }),
  'sandbox.posts': readingOperation({
    summary: 'Newest posts of a brand account',
    input: z.object({ account: z.string(), limit: z.number().int().min(1).max(100).default(20) }),
    output: z.array(z.object({ postId: z.string(), text: z.string(), at: time })),
    read: (input, store) => {
      const account = accountByHandle(store, input.account);
      if (!account) return connectorErr('target_gone', { networkCode: 'no such account' });
      return connectorOk(
        listPosts(store, account.id, input.limit).map((post) => ({
          postId: post.id,
          text: post.text,
          at: post.created_at,
        })),
      );
    },
  }),
  'sandbox.state': readingOperation({
    summary: 'How the network stands: accounts, pace, settings, planned failures, delays and counts',
    input: z.object({}),
    output: z.object({
      accounts: z.array(
        z.object({
          handle: z.string(),
          name: z.string(),
          brand: z.string().nullable(),
          signIn: z.enum(['local', 'token']),
          session: z.enum(['valid', 'expired', 'revoked']),
          tokenGeneration: count,
        }),
      ),
      keys: z.enum(keyModes),
      echoKeys: z.boolean(),
      visibilityLagMs: count,
      directWindowMs: count.nullable(),
      pace: z.object({ messagesPerHour: z.number(), seed: count, reactionShare: z.number() }),
      written: count,
      nextAt: time.nullable(),
      sampleAt: time.nullable(),
      faults: z.array(
        z.object({
          account: z.string().nullable(),
          what: z.string(),
          mode: z.string(),
          remaining: count.nullable(),
          untilMs: time.nullable(),
          retryAfterMs: count.nullable(),
        }),
      ),
      delays: z.array(z.object({ account: z.string(), what: z.string(), when: z.string(), delayMs: count })),
      counts: z.object({
        accounts: count,
        customers: count,
        posts: count,
        conversations: count,
        messages: count,
        reports: count,
      }),
    }),
    read: (_input, store) => {
      const accounts = listAccounts(store);
      const handleOf = (id: string | null): string | null => accounts.find((one) => one.id === id)?.handle ?? id;
      const live = readSetting(store, 'live');
      return connectorOk({
        accounts: accounts.map((one) => ({
          handle: one.handle,
          name: one.name,
          brand: one.brand,
          signIn: one.sign_in,
          session: one.session,
          tokenGeneration: one.generation,
        })),
        keys: readSetting(store, 'keys'),
        echoKeys: readSetting(store, 'echoKeys'),
        visibilityLagMs: readSetting(store, 'visibilityLagMs'),
        directWindowMs: readSetting(store, 'directWindowMs'),
        pace: readSetting(store, 'pace'),
        written: live.turn,
        nextAt: live.nextAt,
        sampleAt: readSetting(store, 'sampleAt'),
        faults: listFaults(store).map((fault) => ({
          account: handleOf(fault.account_id),
          what: fault.what,
          mode: fault.mode,
          remaining: fault.remaining,
          untilMs: fault.until_at,
          retryAfterMs: fault.retry_after_ms,
        })),
        delays: listDelays(store).map((delay) => ({
          account: handleOf(delay.account_id) ?? delay.account_id,
          what: delay.what,
          when: delay.moment,
          delayMs: delay.delay_ms,
        })),
        counts: countAll(store),
      });
    },
  }),
};
