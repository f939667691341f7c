import type { ChannelAccount } from '@shared/contract/views';
import type { ChannelState } from '@shared/domain/conversation';
import type { DotTone } from '@renderer/components/StateDot';

const tones = {
  connected: 'good',
  syncing: 'good',
  waiting: 'soon',
  reconnect_needed: 'stop',
  blocked: 'stop',
  disconnected: 'quiet',
} as const satisfies Record<ChannelState, DotTone>;

export const toneOf = (state: ChannelState): DotTone => tones[state];

/** Keys of the text that says why, finest first. */
export const reasonKeys = (account: ChannelAccount): string[] => [
  ...(account.stateReason === null ? [] : [`channels.reasons.${account.stateReason}`]),
  `channels.why.${account.state}`,
];

const order = ['blocked', 'reconnect_needed', 'waiting', 'syncing', 'connected', 'disconnected'] as const;

/** Those that need a person first, then by handle. */
export const byNeed = (one: ChannelAccount, other: ChannelAccount): number =>
  order.indexOf(one.state) - order.indexOf(other.state) || one.handle.localeCompare(other.handle);

/** Whether signing in again can help. */
export const canReconnect = (account: ChannelAccount): boolean =>
  account.state === 'reconnect_needed' || account.state === 'disconnected';
