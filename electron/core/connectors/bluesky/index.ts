import { connectorErr, connectorOk } from '../core/errors';
import type { Connector } from '../core/types';
import { createLink } from './link';
import { manifest } from './manifest';
import { signInWithOAuth } from './oauth-sign-in';
import { rates } from './rates';
import { openSession } from './session';
import { signInWithAppPassword } from './sign-in';

/** Bluesky and every other server of the AT Protocol. */
export const connector: Connector = {
  manifest,
  rates,
  async signIn(flow, fields, context, signal) {
    if (flow === 'oauth') return signInWithOAuth(fields, context, signal);
    if (flow !== 'app_password') return connectorErr('unsupported', { networkCode: 'flow' });
    const account = await signInWithAppPassword(fields, context, signal);
    return account.ok ? connectorOk({ kind: 'done', account: account.value }) : account;
  },
  connect: createLink,
  signOut: (_account, credentials, context) => openSession(credentials, context).end(),
};
