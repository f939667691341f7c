import type { Clock } from '../../ports/clock';
import type { Logger } from '../../ports/logger';
import type { ConnectorResult } from '../core/errors';
import type { AccountRef, ConnectorContext } from '../core/types';
import type { Api } from './client';
import type { Credential } from './credential';
import type { Reader } from './status-text';

/** What the parts of one account's link share. */
export interface LinkTools {
  readonly account: AccountRef;
  readonly reader: Reader;
  readonly api: Api;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly fetch: ConnectorContext['fetch'];
  readonly random: () => number;
  readonly credential: () => Promise<ConnectorResult<Credential>>;
  /** What the server is known to do: as read last, else as it was at the sign-in. */
  traits(): Promise<ConnectorResult<Credential['traits']>>;
}

/** Notes that entries of a list had the wrong shape; nothing of them is logged. */
export const countSkipped = ({ logger }: Pick<LinkTools, 'logger'>, stream: string, count: number): void => {
  if (count > 0) logger.warn('entries of the wrong shape left out', { network: 'mastodon', stream, count });
};
