import { connectorErr, connectorOk, type ConnectorResult } from '../core/errors';
import type { ConnectorContext, SignInStep } from '../core/types';
import { capabilities } from './manifest';
import {
  accountContact,
  ensureAccount,
  openLocalSession,
  openTokenSession,
  type AccountRow,
  type PublicName,
} from './network/accounts';
import { holdNetwork } from './network/open';
import { writeCredential } from './session';

/** Address that stands for the network; nothing is ever asked of it. */
export const serviceUrl = 'sandbox:';

const namesOf = (account: AccountRow): readonly PublicName[] => JSON.parse(account.identities) as PublicName[];

/**
 * Signs in as a handle; an unknown one becomes a new account. `local` needs no secret; `token` gives one for the keychain and ends
 * the tokens that were given before. Errors: invalid, unsupported, unreachable.
 */
export const signIn = async (
  flow: string,
  fields: Readonly<Record<string, string>>,
  context: ConnectorContext,
  signal: AbortSignal,
): Promise<ConnectorResult<SignInStep>> => {
  const handle = (fields.handle ?? '').trim().replace(/^@/, '');
  if (flow !== 'local' && flow !== 'token') return connectorErr('unsupported');
  if (!/^[\p{L}\p{N}._-]{1,60}$/u.test(handle)) return connectorErr('invalid');
  if (signal.aborted) return connectorErr('unreachable', { networkCode: 'aborted' });
  try {
    const { store, release } = holdNetwork(context.networkDir);
    try {
      return store.write(() => {
        const name = (fields.name ?? '').trim() || handle;
        const account = ensureAccount(store, {
          handle,
          name,
          brand: null,
          identities: [
            { kind: 'name', value: name },
            { kind: 'handle', value: handle },
          ],
        });
        const tokens = flow === 'token' ? openTokenSession(store, account.id) : undefined;
        if (!tokens) openLocalSession(store, account.id);
        return connectorOk({
          kind: 'done',
          account: {
            identity: accountContact(account),
            serviceUrl,
            credential: tokens ? writeCredential(tokens) : null,
            capabilities,
            identities: namesOf(account),
          },
        });
      });
    } finally {
      release();
    }
  } catch (error) {
    context.logger.error('sandbox.storage', { errorName: error instanceof Error ? error.name : 'unknown' });
    return connectorErr('unreachable', { networkCode: 'storage' });
  }
};
