import type { ChannelAccount, StaffMember } from '@shared/contract/views';
import type { ConversationKind } from '@shared/domain/conversation';
import type { TextLimit } from '@shared/domain/manifest';

/** Why nothing can be written or sent here. Each has its text, `composer.blocked.<reason>`. */
export type WritingBlock = 'observer' | 'noAccount' | 'unavailable' | 'noConnector' | 'disconnected' | 'accountBlocked';

/** Why a reply will wait before it leaves. Each has its text, `composer.waits.<reason>`. */
export type SendingWait = 'offline' | 'reconnect' | 'keychain';

export interface WritingState {
  readonly role: StaffMember['role'];
  readonly account: ChannelAccount | undefined;
  readonly kind: ConversationKind;
  /** Chorale can sign in to the account's network; imported history may come from any other. */
  readonly isConnectable: boolean;
  readonly isOnline: boolean;
  readonly isKeychainReady: boolean;
}

/** What stops a reply altogether; null where it can be written and sent. */
export const writingBlock = ({ role, account, kind, isConnectable }: WritingState): WritingBlock | null => {
  if (role === 'observer') return 'observer';
  if (!account) return 'noAccount';
  if (account.capabilities.unavailable.some((each) => each.kind === kind)) return 'unavailable';
  if (!isConnectable) return 'noConnector';
  if (account.state === 'disconnected') return 'disconnected';
  if (account.state === 'blocked') return 'accountBlocked';
  return null;
};

/** Whether text may still be written: a draft can be prepared while the account is away. */
export const canWrite = (block: WritingBlock | null): boolean =>
  block === null || block === 'disconnected' || block === 'accountBlocked';

/** What a reply waits for; null where it leaves at once. */
export const sendingWait = ({ account, isOnline, isKeychainReady }: WritingState): SendingWait | null => {
  if (!isOnline) return 'offline';
  if (account?.state === 'reconnect_needed') return 'reconnect';
  return isKeychainReady ? null : 'keychain';
};

const noLimits: readonly TextLimit[] = [];

/** Limits on a text of this kind, by what the account's server says. */
export const limitsFor = (account: ChannelAccount | undefined, kind: ConversationKind): readonly TextLimit[] =>
  (kind === 'direct' ? account?.capabilities.directText : account?.capabilities.publicText) ?? noLimits;

/** What images this conversation takes; null where it takes none. */
export const imagesFor = (
  account: ChannelAccount | undefined,
  kind: ConversationKind,
): ChannelAccount['capabilities']['images'] => {
  const images = account?.capabilities.images ?? null;
  return images !== null && (kind !== 'direct' || images.inDirect) ? images : null;
};
