import type { KeychainState } from '../domain/keychain-state';

/** What the core pushes. Payloads carry ids, never content, except for the notification. */
export interface EventMap {
  readonly 'agency:changed': Record<string, never>;
  readonly 'workspaces:changed': { readonly workspaceId: string | null };
  readonly 'channels:changed': { readonly workspaceId: string; readonly accountId: string };
  readonly 'conversations:changed': { readonly workspaceId: string; readonly conversationIds: readonly string[] };
  readonly 'messages:changed': { readonly workspaceId: string; readonly conversationId: string };
  readonly 'drafts:changed': { readonly workspaceId: string; readonly conversationId: string };
  readonly 'outbox:changed': { readonly workspaceId: string; readonly itemId: string };
  readonly 'contacts:changed': { readonly workspaceId: string; readonly contactId: string };
  readonly 'coverage:changed': { readonly workspaceId: string; readonly accountId: string };
  readonly 'sync:changed': { readonly isOnline: boolean; readonly lastSyncAt: number | null };
  readonly 'import:progress': {
    readonly importId: string;
    readonly done: number;
    readonly total: number;
    readonly state: 'running' | 'done' | 'cancelled' | 'failed';
  };
  readonly 'signIn:changed': { readonly signInId: string; readonly state: 'waiting' | 'done' | 'failed' };
  readonly 'keychain:changed': { readonly state: KeychainState };
  readonly 'storage:changed': { readonly state: 'ok' | 'full' | 'failed' };
  readonly 'backup:changed': Record<string, never>;
  /** New inbound message worth a notification; main decides by the person's options whether the text is shown. */
  readonly 'notification:message': {
    readonly workspaceId: string;
    readonly workspaceName: string;
    readonly conversationId: string;
    readonly contactName: string;
    readonly preview: string;
  };
}

export type EventName = keyof EventMap;
