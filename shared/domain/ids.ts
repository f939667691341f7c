declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** Ids are UUIDv7 text made by the app, so they sort by time of making. */
export type WorkspaceId = Branded<'WorkspaceId'>;
export type ChannelAccountId = Branded<'ChannelAccountId'>;
export type ConversationId = Branded<'ConversationId'>;
export type MessageId = Branded<'MessageId'>;
export type ContactId = Branded<'ContactId'>;
export type DraftId = Branded<'DraftId'>;
export type OutboxItemId = Branded<'OutboxItemId'>;
export type StaffId = Branded<'StaffId'>;
export type LabelId = Branded<'LabelId'>;
