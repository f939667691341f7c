/** Every address that this connector knows by itself; all others come from the person or from the account's server. */

/** Where most people's accounts live. */
export const defaultService = 'https://bsky.social';

/** Directory of did:plc identities; asked only at an OAuth sign-in at a server that is not the account's own. */
export const plcDirectory = 'https://plc.directory';

/** Service behind which direct messages are, reached through the account's server. Source: docs.bsky.app, read 2025-11. */
export const chatService = 'did:web:api.bsky.chat#bsky_chat';

/** A profile or post for people, in a browser. */
export const webProfile = (handleOrDid: string): string => `https://bsky.app/profile/${handleOrDid}`;
export const webPost = (handleOrDid: string, recordKey: string): string =>
  `${webProfile(handleOrDid)}/post/${recordKey}`;
export const webConversation = (convoId: string): string => `https://bsky.app/messages/${encodeURIComponent(convoId)}`;
