import { z } from 'zod';
import { channelState, done, id, nothing, time } from './fields';
import type { FeatureContract } from './operation';

const streamHealth = z.object({
  workspaceId: id,
  accountId: id,
  stream: z.string(),
  lastPullAt: time.nullable(),
  nextPullAt: time.nullable(),
  failures: z.number().int(),
});

/** Fetching from the networks, and what is known to be complete. */
export const syncContract = {
  'sync.status': {
    summary: 'Connection, last sync, accounts and streams',
    access: 'read',
    input: nothing,
    output: z.object({
      isOnline: z.boolean(),
      /** Why we are offline: no network, a captive portal, or switched off by hand. */
      offlineReason: z.enum(['none', 'no_network', 'captive_portal', 'switched_off']),
      lastSyncAt: time.nullable(),
      accounts: z.array(z.object({ accountId: id, workspaceId: id, state: channelState })),
      streams: z.array(streamHealth),
    }),
  },
  'sync.now': {
    summary:
      'Pulls the streams of an account, of a workspace or of everything, sends what is due, and waits for the end',
    access: 'work',
    input: z.object({ workspaceId: id.nullable().default(null), accountId: id.nullable().default(null) }),
    output: z.object({
      added: z.number().int(),
      changed: z.number().int(),
      deleted: z.number().int(),
      failed: z.array(z.object({ accountId: id, reason: z.string() })),
    }),
  },
  'sync.setOffline': {
    summary: 'Flight mode: nothing leaves this machine while it is on',
    access: 'work',
    input: z.object({ isOffline: z.boolean() }),
    output: z.object({ isOnline: z.boolean() }),
  },
  'sync.setVisible': {
    summary: 'Says what is on screen, so that it is fetched first',
    access: 'read',
    input: z.object({ workspaceId: id.nullable(), conversationId: id.nullable() }),
    output: done,
  },
  'sync.backfill': {
    summary: 'Fetches older history of an account; answers at once, progress comes as events',
    access: 'work',
    input: z.object({ workspaceId: id, accountId: id, untilAt: time }),
    output: done,
  },
  'sync.cancelBackfill': {
    summary: 'Stops fetching older history',
    access: 'work',
    input: z.object({ workspaceId: id, accountId: id }),
    output: done,
  },
  'coverage.list': {
    summary: 'Per stream, the complete spans of time and the gaps with their reasons',
    access: 'read',
    input: z.object({ workspaceId: id.nullable().default(null) }),
    output: z.array(
      z.object({
        workspaceId: id,
        accountId: id,
        stream: z.string(),
        completeSince: time.nullable(),
        spans: z.array(z.object({ fromAt: time, toAt: time })),
        gaps: z.array(z.object({ id, fromAt: time, toAt: time, reason: z.string(), isRefillable: z.boolean() })),
      }),
    ),
  },
  'coverage.refill': {
    summary: 'Fetches what a gap lacks',
    access: 'work',
    input: z.object({ workspaceId: id, gapId: id }),
    output: z.object({ isClosed: z.boolean() }),
  },
} satisfies FeatureContract;
