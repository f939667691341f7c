import type { AccountCapabilities, ConnectorManifest } from '@shared/domain/manifest';
import type { ConversationKind, NetworkAction } from '@shared/domain/conversation';
import type { z } from 'zod';
import type { Clock } from '../../ports/clock';
import type { Logger } from '../../ports/logger';
import type { RateRules } from './budget';
import type { ConnectorError, ConnectorResult } from './errors';

/** A person or account on the network, as the network names it. */
export interface RemoteContact {
  readonly remoteId: string;
  readonly handle: string;
  readonly displayName: string;
  readonly url: string | null;
}

export interface RemoteAttachment {
  /** Stable within the message. */
  readonly remoteId: string;
  /** Where the core fetches the bytes; null where the network gives none. The page never sees it. */
  readonly url: string | null;
  readonly mime: string;
  readonly alt: string;
  readonly sizeBytes: number | null;
}

/** The post that a comment, mention or quote is about. */
export interface RemotePost {
  readonly remoteId: string;
  readonly author: RemoteContact;
  readonly isOwn: boolean;
  readonly text: string;
  readonly createdAt: number;
  readonly url: string | null;
  readonly isDeleted: boolean;
}

export type Visibility = 'public' | 'unlisted' | 'followers' | 'direct';

export interface RemoteConversation {
  /** Made by the connector, opaque to all others, unique per channel account. */
  readonly remoteId: string;
  readonly kind: ConversationKind;
  /** The person the conversation is with (never the brand itself). */
  readonly contact: RemoteContact;
  readonly post: RemotePost | null;
  readonly visibility: Visibility;
  readonly url: string | null;
}

export interface RemoteMessage {
  /** Unique per channel account. */
  readonly remoteId: string;
  readonly author: RemoteContact;
  /** Written by this channel account. */
  readonly isOwn: boolean;
  /** Plain text; a connector turns HTML or facets into text. */
  readonly text: string;
  /** As the network says; the core caps what lies in the future. */
  readonly createdAt: number;
  readonly editedAt: number | null;
  readonly inReplyToRemoteId: string | null;
  readonly attachments: readonly RemoteAttachment[];
  readonly url: string | null;
  /** Key given at sending, where the network returns it: joins an echo to our outbox item. */
  readonly sendKey: string | null;
  /** What the connector needs to answer or act on it (cids, acct to mention…), at most 8 KB. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** What a pull or a thread read found. Applying the same event twice changes nothing. */
export type InboundEvent =
  | { readonly type: 'message'; readonly conversation: RemoteConversation; readonly message: RemoteMessage }
  | { readonly type: 'delete'; readonly remoteMessageId: string; readonly at: number }
  | { readonly type: 'post_delete'; readonly remotePostId: string; readonly at: number }
  | {
      readonly type: 'flags';
      readonly remoteMessageId: string;
      readonly isHidden?: boolean;
      readonly isLiked?: boolean;
    };

/** One page of a stream. Its rows and `cursor` are committed together. */
export interface PullPage {
  readonly events: readonly InboundEvent[];
  /** Opaque to the core; handed back at the next pull. */
  readonly cursor: string;
  /** True where the next page should be pulled at once. */
  readonly hasMore: boolean;
  /** Span of time, ms, for which everything is now held; null while a run is under way. */
  readonly covered: { readonly fromAt: number; readonly toAt: number } | null;
  /** Spans that the network could not give, with a key of the translations. */
  readonly gaps: readonly {
    readonly fromAt: number;
    readonly toAt: number;
    readonly reason: string;
    readonly isRefillable: boolean;
  }[];
}

/** What is being answered. */
export interface ReplyTarget {
  readonly conversationRemoteId: string;
  readonly kind: ConversationKind;
  readonly visibility: Visibility;
  readonly contact: RemoteContact;
  /** The message answered; null where a conversation is written to as a whole. */
  readonly message: { readonly remoteId: string; readonly data: Readonly<Record<string, unknown>> } | null;
}

export interface OutgoingImage {
  readonly bytes: Uint8Array;
  readonly mime: string;
  readonly alt: string;
}

export interface OutgoingItem {
  /** UUIDv7 of the outbox item: the idempotency key, or the seed of the record key. The same on every attempt. */
  readonly key: string;
  readonly target: ReplyTarget;
  readonly text: string;
  readonly images: readonly OutgoingImage[];
  /** Time the person pressed Send, ms; the same on every attempt, so that a resent record is identical. */
  readonly createdAt: number;
}

/** A message of our own, found on the network. `text` is comparable with what was sent (added mentions stripped). */
export interface SentMessage {
  readonly remoteId: string;
  readonly text: string;
  readonly createdAt: number;
  readonly url: string | null;
}

/** How a send ended. `unknown`: it may have arrived; the core settles it by key or by reading back. */
export type SendOutcome =
  | { readonly kind: 'sent'; readonly message: SentMessage }
  | { readonly kind: 'failed'; readonly error: ConnectorError }
  | { readonly kind: 'unknown'; readonly error: ConnectorError };

export interface ActionRequest {
  readonly action: NetworkAction;
  readonly conversationRemoteId: string;
  readonly contact: RemoteContact;
  readonly message: {
    readonly remoteId: string;
    readonly isOwn: boolean;
    readonly data: Readonly<Record<string, unknown>>;
  } | null;
  readonly post: { readonly remoteId: string } | null;
  /** Free text for a report. */
  readonly reason: string | null;
}

/** What a thread looks like on the network right now. */
export interface ThreadState {
  readonly events: readonly InboundEvent[];
  /** The message to answer, or its post, is gone. */
  readonly isTargetGone: boolean;
  readonly canReply: boolean;
}

/** One channel account, connected. Nothing acts before `pull`, `send` or `wake` is called; nothing throws. */
export interface ChannelLink {
  /** Asks the network who the credential is. Called just before every send; must not answer from a cache. */
  identify(signal: AbortSignal): Promise<ConnectorResult<RemoteContact>>;
  /** Reads limits and abilities that depend on the server. Called after sign-in and once a day. */
  capabilities(signal: AbortSignal): Promise<ConnectorResult<AccountCapabilities>>;
  /** One page of a stream of the manifest. `cursor` is null at the first pull: start with about the last 30 days. */
  pull(stream: string, cursor: string | null, signal: AbortSignal): Promise<ConnectorResult<PullPage>>;
  /** History older than `untilAt` is fetched page by page; cursor as in pull, of its own. Absent where the network gives none. */
  backfill?(
    stream: string,
    cursor: string | null,
    untilAt: number,
    signal: AbortSignal,
  ): Promise<ConnectorResult<PullPage>>;
  /** The thread as it is now: before a queued reply leaves, and when a person opens it. */
  readThread(target: ReplyTarget, signal: AbortSignal): Promise<ConnectorResult<ThreadState>>;
  /** Posts once. Must not retry by itself after the request may have left the machine. */
  send(item: OutgoingItem, signal: AbortSignal): Promise<SendOutcome>;
  /** For manifests with `resend.kind` `key` where the sent record can be asked for by key. Null: surely not there. */
  findByKey?(item: OutgoingItem, signal: AbortSignal): Promise<ConnectorResult<SentMessage | null>>;
  /** Own answers in the target's thread, newest 50: the baseline before a send, and the reading back after. */
  listOwn(target: ReplyTarget, signal: AbortSignal): Promise<ConnectorResult<readonly SentMessage[]>>;
  act?(request: ActionRequest, signal: AbortSignal): Promise<ConnectorResult<null>>;
  /** Tells the network that the conversation was read, where it keeps that. */
  markSeen?(target: ReplyTarget, signal: AbortSignal): Promise<ConnectorResult<null>>;
  /** Bytes of an attachment, at most maxBytes. */
  fetchMedia?(
    url: string,
    maxBytes: number,
    signal: AbortSignal,
  ): Promise<ConnectorResult<{ bytes: Uint8Array; mime: string }>>;
  /** Opens the network's stream as a wake-up; polling stays the truth. Returns what closes it. */
  wake?(onWake: (stream: string) => void): () => void;
  close(): void;
}

/** What a connector gets for one account. */
export interface ConnectorContext {
  /** Fetch with time and size limits, the account's rate budget and offline switch; throws only HttpFailure (http.ts). */
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Uniform random in [0, 1). */
  readonly random: () => number;
  /** Folder in the profile that belongs to this network alone. */
  readonly networkDir: string;
}

/** The account's credential in the OS keychain, one JSON text. `set` resolves when it is stored: write before use. */
export interface CredentialStore {
  get(): Promise<ConnectorResult<string>>;
  set(value: string): Promise<ConnectorResult<null>>;
}

export interface AccountRef {
  readonly accountId: string;
  readonly workspaceId: string;
  readonly remoteId: string;
  readonly handle: string;
  readonly serviceUrl: string;
  readonly capabilities: AccountCapabilities;
}

/** What a finished sign-in brings. */
export interface SignedIn {
  readonly identity: RemoteContact;
  readonly serviceUrl: string;
  /** JSON for the keychain; null where the network needs no secret. */
  readonly credential: string | null;
  readonly capabilities: AccountCapabilities;
  /** Public names of the brand that the wrong-brand check should know. */
  readonly identities: readonly { readonly kind: 'name' | 'handle' | 'domain' | 'hashtag'; readonly value: string }[];
}

/** Sign-in as steps. `browser`: the caller opens `url` in the system browser and awaits `finished`. */
export type SignInStep =
  | { readonly kind: 'done'; readonly account: SignedIn }
  | { readonly kind: 'browser'; readonly url: string; readonly finished: Promise<ConnectorResult<SignedIn>> };

export interface ContributedOperation {
  readonly summary: string;
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  run(input: unknown, context: ConnectorContext): Promise<ConnectorResult<unknown>>;
}

export interface SampleBrand {
  readonly name: string;
  readonly colour: string;
  readonly monogram: string;
  readonly timezone: string;
  readonly language: string;
  readonly identities: readonly { readonly kind: 'name' | 'handle' | 'domain' | 'hashtag'; readonly value: string }[];
  readonly accounts: readonly { readonly flow: string; readonly fields: Readonly<Record<string, string>> }[];
}

/** Code for a network: one folder, found by the registry. */
export interface Connector {
  readonly manifest: ConnectorManifest;
  /** The network's request limits; without them the core's gentle defaults hold. */
  readonly rates?: RateRules;
  signIn(
    flow: string,
    fields: Readonly<Record<string, string>>,
    context: ConnectorContext,
    signal: AbortSignal,
  ): Promise<ConnectorResult<SignInStep>>;
  connect(account: AccountRef, credentials: CredentialStore, context: ConnectorContext): ChannelLink;
  /** Tells the network that the credential is given up, where it can be told. */
  signOut?(account: AccountRef, credentials: CredentialStore, context: ConnectorContext): Promise<void>;
  /** Makes ready and describes a sample agency that lives on this network. */
  readonly sample?: { prepare(context: ConnectorContext): Promise<ConnectorResult<readonly SampleBrand[]>> };
  /** Operations `<id>.<verb>`, offered by the driver in profiles that have an account of this network or were made for it. */
  readonly operations?: Readonly<Record<string, ContributedOperation>>;
}
