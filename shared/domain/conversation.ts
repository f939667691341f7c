/** What a conversation is about; decides label, filter and how public an answer is. */
export const conversationKinds = ['direct', 'comment', 'mention', 'review'] as const;
export type ConversationKind = (typeof conversationKinds)[number];

export const conversationStatuses = ['open', 'pending', 'snoozed', 'resolved'] as const;
export type ConversationStatus = (typeof conversationStatuses)[number];

export const outboxStates = ['queued', 'sending', 'sent', 'held', 'failed', 'unknown', 'cancelled'] as const;
export type OutboxState = (typeof outboxStates)[number];

/** Why an outbox item waits for a person instead of leaving. Each has a screen text in both languages. */
export const holdReasons = [
  'other_brand_text',
  'identity_mismatch',
  'new_messages',
  'target_deleted',
  'target_edited',
  'window_closed',
  'account_disconnected',
  'account_removed',
  'account_blocked',
  'keychain_unavailable',
  'too_long',
  'already_answered',
] as const;
export type HoldReason = (typeof holdReasons)[number];

/** Moderation and other actions on the network; a manifest names those its network offers. */
export const networkActions = [
  'like',
  'unlike',
  'hide',
  'unhide',
  'mute',
  'unmute',
  'block',
  'unblock',
  'report',
  'delete_own',
] as const;
export type NetworkAction = (typeof networkActions)[number];

/** Roles of staff, weakest first. An observer reads; an agent answers; a lead sets up brands; an owner sets up the agency. */
export const staffRoles = ['observer', 'agent', 'lead', 'owner'] as const;
export type StaffRole = (typeof staffRoles)[number];

/** Health of one channel account, as the person must see it. */
export const channelStates = [
  'connected',
  'syncing',
  'waiting',
  'reconnect_needed',
  'blocked',
  'disconnected',
] as const;
export type ChannelState = (typeof channelStates)[number];
