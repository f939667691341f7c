import type { Clock } from '../../ports/clock';
import type { Logger } from '../../ports/logger';
import type { AccountRef, ConnectorContext } from '../core/types';
import type { Convo } from './schemas';
import type { Xrpc } from './xrpc';

/** What the parts of one account's link share. */
export interface LinkTools {
  readonly account: AccountRef;
  /** DID of the account. */
  readonly did: string;
  readonly xrpc: Xrpc;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly fetch: ConnectorContext['fetch'];
  /** Tells that the network has notifications marked as read up to a time, ms. */
  onReadUpTo(at: number): void;
  /** That time; null while nothing is known. */
  readUpTo(): number | null;
  /** Conversations of the chat service met so far, by id. */
  readonly convos: Map<string, Convo>;
}
