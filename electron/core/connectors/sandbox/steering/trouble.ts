import { z } from 'zod';
import { connectorErr, connectorOk } from '../../core/errors';
import { accountByHandle, endSession, setActsAs } from '../network/accounts';
import { addFault, clearFaults, faultModes, faultTargets, setDelay } from '../network/faults';
import { setPace } from '../network/live';
import { keyModes, readSetting, writeSetting } from '../network/settings';
import { namedAccount, namedOrAll, operation } from './operation';

const handle = z.string().trim().min(1).max(80);
const anyAccount = handle.nullable().default(null);
const ms = z.number().int().min(0);
const done = z.object({});

/** Operations that set how the network behaves. Everything is kept in its file, for this run and the next ones. */
export const troubleOperations = {
  'sandbox.fail': operation({
    summary: 'Makes the next calls of an account (or of all) fail: for a count, until a time, or until healed',
    input: z.object({
      account: anyAccount,
      what: z.enum(faultTargets).default('all'),
      mode: z.enum(faultModes),
      count: z.number().int().min(1).max(1_000_000).nullable().default(null),
      /** Ms since 1970 UTC. */
      untilMs: z.number().int().nullable().default(null),
      retryAfterMs: ms.nullable().default(null),
    }),
    output: done,
    run: (input, network) => {
      const account = namedOrAll(network, input.account);
      if (!account.ok) return account;
      addFault(network.store, {
        accountId: account.value?.id ?? null,
        what: input.what,
        mode: input.mode,
        count: input.count,
        untilAt: input.untilMs,
        retryAfterMs: input.retryAfterMs,
      });
      return connectorOk({});
    },
  }),
  'sandbox.heal': operation({
    summary: 'Ends planned failures and delays of an account; without one, all of them',
    input: z.object({ account: anyAccount }),
    output: done,
    run: (input, network) => {
      const account = namedOrAll(network, input.account);
      if (!account.ok) return account;
      clearFaults(network.store, account.value?.id ?? null);
      return connectorOk({});
    },
  }),
  'sandbox.delay': operation({
    summary: 'Makes calls slow, before the network does what is asked or after it; 0 ends it',
    input: z.object({
      account: anyAccount,
      what: z.enum(faultTargets).default('all'),
      when: z.enum(['before', 'after']).default('before'),
      delayMs: ms.max(600_000),
    }),
    output: done,
    run: (input, network) => {
      const account = namedOrAll(network, input.account);
      if (!account.ok) return account;
      setDelay(network.store, {
        accountId: account.value?.id ?? null,
        what: input.what,
        moment: input.when,
        delayMs: input.delayMs,
      });
      return connectorOk({});
    },
  }),
  'sandbox.expireToken': operation({
    summary: 'Ends the session of an account; refreshable ones renew themselves, others need a new sign-in',
    input: z.object({ account: handle, refreshable: z.boolean().default(true) }),
    output: done,
    run: (input, network) => {
      const account = namedAccount(network, input.account);
      if (!account.ok) return account;
      endSession(network.store, account.value.id, input.refreshable ? 'expired' : 'revoked');
      return connectorOk({});
    },
  }),
  'sandbox.actAs': operation({
    summary: 'Makes the network take an account’s credential for another account’s; null ends it',
    input: z.object({ account: handle, other: handle.nullable() }),
    output: done,
    run: (input, network) => {
      const account = namedAccount(network, input.account);
      if (!account.ok) return account;
      const other = input.other === null ? null : accountByHandle(network.store, input.other);
      if (other === undefined) return connectorErr('target_gone', { networkCode: 'no such account' });
      setActsAs(network.store, account.value.id, other?.id ?? null);
      return connectorOk({});
    },
  }),
  'sandbox.setPace': operation({
    summary: 'Sets how many messages an hour customers write by themselves, over all accounts; 0 is silence',
    input: z.object({
      messagesPerHour: z.number().min(0).max(100_000),
      /** The same seed gives the same customers, words and times. */
      seed: z.number().int().min(0).max(0xffff_ffff).default(1),
      reactionShare: z.number().min(0).max(1).default(0.6),
      firstInMs: ms.optional(),
    }),
    output: done,
    run: ({ firstInMs, ...pace }, { store }, context) => {
      setPace(store, pace, context.clock.now(), firstInMs);
      return connectorOk({});
    },
  }),
  'sandbox.setNetwork': operation({
    summary:
      'Sets what the network can do: keys, echoes with their key, lag of reading back, window of direct messages',
    input: z.object({
      keys: z.enum(keyModes).optional(),
      echoKeys: z.boolean().optional(),
      visibilityLagMs: ms.max(600_000).optional(),
      directWindowMs: ms.nullable().optional(),
    }),
    output: z.object({
      keys: z.enum(keyModes),
      echoKeys: z.boolean(),
      visibilityLagMs: ms,
      directWindowMs: ms.nullable(),
    }),
    run: (input, { store }) => {
      if (input.keys !== undefined) writeSetting(store, 'keys', input.keys);
      if (input.echoKeys !== undefined) writeSetting(store, 'echoKeys', input.echoKeys);
      if (input.visibilityLagMs !== undefined) writeSetting(store, 'visibilityLagMs', input.visibilityLagMs);
      if (input.directWindowMs !== undefined) writeSetting(store, 'directWindowMs', input.directWindowMs);
      return connectorOk({
        keys: readSetting(store, 'keys'),
        echoKeys: readSetting(store, 'echoKeys'),
        visibilityLagMs: readSetting(store, 'visibilityLagMs'),
        directWindowMs: readSetting(store, 'directWindowMs'),
      });
    },
  }),
};
