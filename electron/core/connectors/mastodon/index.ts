import { connectorErr, connectorOk } from '../core/errors';
import { reporting } from '../core/http-failure';
import type { Connector } from '../core/types';
import { createLink } from './link';
import { manifest } from './manifest';
import { revokeToken, signInInBrowser } from './oauth-sign-in';
import { rates } from './rates';
import { signInWithToken } from './sign-in';

/** Mastodon and other servers with its API. */
export const connector: Connector = {
  manifest,
  rates,
  async signIn(flow, fields, context, signal) {
    if (flow === 'browser') return signInInBrowser(fields, context, signal);
    if (flow !== 'token') return connectorErr('unsupported', { networkCode: 'flow' });
    const account = await reporting(() => signInWithToken(fields, context, signal));
    return account.ok ? connectorOk({ kind: 'done', account: account.value }) : account;
  },
  connect: createLink,
  signOut: (_account, credentials, context) => revokeToken(credentials, context),
};
