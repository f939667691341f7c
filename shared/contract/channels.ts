import { z } from 'zod';
import { capabilities, channelState, done, id, inWorkspace, kind, nothing, time } from './fields';
import type { FeatureContract } from './operation';

const field = z.object({
  name: z.string(),
  label: z.string(),
  kind: z.enum(['text', 'password', 'url']),
  initial: z.string().optional(),
  isRequired: z.boolean(),
});

export const network = z.object({
  id: z.string(),
  label: z.string(),
  icon: z.string(),
  isPublic: z.boolean(),
  signIn: z.array(
    z.object({ id: z.string(), label: z.string(), kind: z.enum(['form', 'browser']), fields: z.array(field) }),
  ),
  kinds: z.array(kind),
  capabilities,
});

export const channelAccount = z.object({
  id,
  workspaceId: id,
  network: z.string(),
  remoteId: z.string(),
  handle: z.string(),
  displayName: z.string(),
  serviceUrl: z.string(),
  state: channelState,
  /** Finer reason of the state, a key of the translations; null where connected. */
  stateReason: z.string().nullable(),
  /** When waiting ends. */
  waitsUntil: time.nullable(),
  lastSyncAt: time.nullable(),
  capabilities,
});

export const signInStep = z.discriminatedUnion('state', [
  /** The browser is open; `signIn:changed` and `channels.signInStatus` tell how it went. */
  z.object({ state: z.literal('browser'), signInId: id, url: z.string() }),
  z.object({ state: z.literal('done'), signInId: id, account: channelAccount }),
]);

/** Channel accounts: signing in, health, leaving. */
export const channelsContract = {
  'channels.listNetworks': {
    summary: 'Networks that can be connected',
    access: 'read',
    input: nothing,
    output: z.array(network),
  },
  'channels.list': {
    summary: 'Channel accounts with their health',
    access: 'read',
    input: z.object({ workspaceId: id.nullable().default(null) }),
    output: z.array(channelAccount),
  },
  'channels.beginSignIn': {
    summary: 'Starts to connect an account; with accountId, reconnects that one and refuses another identity',
    access: 'lead',
    input: z.object({
      workspaceId: id,
      network: z.string(),
      flow: z.string(),
      fields: z.record(z.string(), z.string().max(2000)).default({}),
      accountId: id.optional(),
    }),
    output: signInStep,
  },
  'channels.signInStatus': {
    summary: 'How a sign-in in the browser stands',
    access: 'lead',
    input: z.object({ signInId: id }),
    output: z.discriminatedUnion('state', [
      z.object({ state: z.literal('waiting') }),
      z.object({ state: z.literal('done'), account: channelAccount }),
      z.object({ state: z.literal('failed'), reason: z.string(), message: z.string() }),
    ]),
  },
  'channels.cancelSignIn': {
    summary: 'Gives a sign-in up',
    access: 'lead',
    input: z.object({ signInId: id }),
    output: done,
  },
  'channels.disconnect': {
    summary: 'Signs an account out and deletes its credential; its history stays, queued replies are held',
    access: 'lead',
    input: inWorkspace.extend({ accountId: id }),
    output: done,
  },
} satisfies FeatureContract;
