import type { z } from 'zod';
import { connectorErr, type ConnectorResult } from '../../core/errors';
import type { ConnectorContext, ContributedOperation } from '../../core/types';
import { accountByHandle, type AccountRow } from '../network/accounts';
import { holdNetwork, type NetworkHold } from '../network/open';

/** Makes an operation whose input is checked against its own schema; the file is held only while it runs. */
export const operation = <In extends z.ZodType, Out extends z.ZodType>(made: {
  readonly summary: string;
  readonly input: In;
  readonly output: Out;
  readonly run: (input: z.output<In>, network: NetworkHold, context: ConnectorContext) => ConnectorResult<z.input<Out>>;
}): ContributedOperation => ({
  summary: made.summary,
  input: made.input,
  output: made.output,
  run: (input, context) => {
    const parsed = made.input.safeParse(input);
    if (!parsed.success) return Promise.resolve(connectorErr('invalid', { networkCode: 'input' }));
    try {
      const network = holdNetwork(context.networkDir);
      try {
        return Promise.resolve(network.store.write(() => made.run(parsed.data, network, context)));
      } finally {
        network.changed();
        network.release();
      }
    } catch (error) {
      context.logger.error('sandbox.storage', { errorName: error instanceof Error ? error.name : 'unknown' });
      return Promise.resolve(connectorErr('unreachable', { networkCode: 'storage' }));
    }
  },
});

/** The account that an operation names by its handle. */
export const namedAccount = (network: NetworkHold, handle: string): ConnectorResult<AccountRow> => {
  const account = accountByHandle(network.store, handle);
  return account ? { ok: true, value: account } : connectorErr('target_gone', { networkCode: 'no such account' });
};

/** The account, or null for all of them. */
export const namedOrAll = (network: NetworkHold, handle: string | null): ConnectorResult<AccountRow | null> =>
  handle === null ? { ok: true, value: null } : namedAccount(network, handle);
