import type { OutboxItem } from '@shared/contract/views';
import type { HoldReason, OutboxState } from '@shared/domain/conversation';
import type { DotTone } from '@renderer/components/StateDot';

/** States on the panel, those that need a person first. */
export const groups = {
  needsYou: ['held', 'unknown', 'failed'],
  onTheWay: ['sending', 'queued'],
  sent: ['sent'],
} as const satisfies Record<string, readonly OutboxState[]>;

export type GroupName = keyof typeof groups;

const tones = {
  queued: 'quiet',
  sending: 'good',
  sent: 'good',
  held: 'stop',
  failed: 'stop',
  unknown: 'soon',
  cancelled: 'quiet',
} as const satisfies Record<OutboxState, DotTone>;

export const toneOf = (state: OutboxState): DotTone => tones[state];

/** Holds that a person may let go after reading why; with the others something else has to be mended first. */
const releasable: ReadonlySet<HoldReason> = new Set([
  'other_brand_text',
  'new_messages',
  'target_deleted',
  'target_edited',
  'already_answered',
]);

export const canRelease = (item: OutboxItem): boolean =>
  item.state === 'held' && item.holdReason !== null && releasable.has(item.holdReason);

/** Whether signing in again is what mends it. */
export const needsSignIn = (item: OutboxItem): boolean =>
  item.holdReason === 'account_disconnected' || item.holdReason === 'identity_mismatch';

export const canEdit = (item: OutboxItem): boolean =>
  item.state === 'queued' || item.state === 'held' || item.state === 'failed';

/** Whether it can still be called back: nothing has left. */
export const isInRecall = (item: OutboxItem, now: number): boolean => item.state === 'queued' && item.leavesAt > now;
