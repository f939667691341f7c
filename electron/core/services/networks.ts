import type { ChannelLink } from '../connectors/core/types';
import type { Result } from '@shared/domain/result';

/** How services reach a network: the link of an account that can be used now. */
export interface Networks {
  /** Errors: not_found, network_unreachable (flight mode), auth_expired, account_blocked, keychain_unavailable. */
  link(workspaceId: string, accountId: string): Promise<Result<ChannelLink>>;
  /** Aborted when the core stops. */
  readonly signal: AbortSignal;
}
