import { connectorErr, connectorOk } from '../core/errors';
import type { Connector } from '../core/types';
import { signInWithToken } from './auth';
import { createLink } from './link';
import { manifest } from './manifest';

/** Copy this folder, rename it to the network's id, and follow README.md. */
export const connector: Connector = {
  manifest,
  async signIn(flow, fields, context, signal) {
    if (flow !== 'token') return connectorErr('unsupported', { networkCode: 'flow' });
    const account = await signInWithToken(fields, context, signal);
    return account.ok ? connectorOk({ kind: 'done', account: account.value }) : account;
  },
  connect: createLink,
};
