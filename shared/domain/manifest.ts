import type { ConversationKind, NetworkAction } from './conversation';

/** Unit in which a network counts text. `utf16` counts JavaScript length; `grapheme` what a reader calls a character;
 * `weighted` counts code points with links at `linkWeight` and only the local part of mentions. */
export type TextUnit = 'grapheme' | 'utf8_byte' | 'utf16' | 'code_point' | 'weighted';

/** One limit on the text of a message. All limits of a kind hold at once. */
export interface TextLimit {
  readonly unit: TextUnit;
  readonly max: number;
  /** Characters that a link counts as; only where the unit weighs links. */
  readonly linkWeight?: number;
  /** Page or schema that states the figure, with the date it was read. */
  readonly source: string;
}

/** What one account can carry. A server may differ from its network's defaults, so this is kept per account. */
export interface AccountCapabilities {
  readonly publicText: readonly TextLimit[];
  readonly directText: readonly TextLimit[];
  /** Null where the network takes no images through its API. */
  readonly images: {
    readonly maxCount: number;
    readonly maxBytes: number;
    readonly mimeTypes: readonly string[];
    readonly maxAltLength: number;
    /** Whether images may be attached in direct messages too. */
    readonly inDirect: boolean;
  } | null;
  readonly actions: readonly NetworkAction[];
  /** Kinds that this account cannot serve, with the reason's key: shown as "not available here". */
  readonly unavailable: readonly { readonly kind: ConversationKind; readonly reason: string }[];
}

export interface SignInField {
  readonly name: string;
  /** Key in the translations, `signIn.<label>`; what may be typed stands in `signIn.help.<label>`, where it needs words. */
  readonly label: string;
  /** `url` brings a keyboard for addresses; what counts as one, the connector says. */
  readonly kind: 'text' | 'password' | 'url';
  readonly initial?: string;
  readonly isRequired: boolean;
}

/** One way to sign in. `browser` flows open the system browser and come back to a listener on this machine. */
export interface SignInFlow {
  readonly id: string;
  /** Key in the translations, `signIn.<label>`. */
  readonly label: string;
  readonly kind: 'form' | 'browser';
  readonly fields: readonly SignInField[];
}

/** What a network is, in data, so that no generic file names it. */
export interface ConnectorManifest {
  /** Equals the folder's name. */
  readonly id: string;
  readonly label: string;
  /** Path data of a 24 × 24 icon, filled with the current colour. */
  readonly icon: string;
  /** False hides the network from "Connect an account" (training networks). */
  readonly isPublic: boolean;
  readonly signIn: readonly SignInFlow[];
  readonly kinds: readonly ConversationKind[];
  readonly capabilities: AccountCapabilities;
  readonly streams: readonly StreamDescriptor[];
  /** `key`: the network refuses a second send with the same key within `keyLifetimeMs`, or the record key is ours. */
  readonly resend: { readonly kind: 'key'; readonly keyLifetimeMs: number | null } | { readonly kind: 'read_back' };
  /** Time after which a sent message can be read back, ms. */
  readonly settleMs: number;
}

/** Cursor shapes of networks.md 0.2. */
export type CursorShape = 'forward_id' | 'log' | 'newest_first' | 'thread_list' | 'stream';

export interface StreamDescriptor {
  readonly id: string;
  readonly shape: CursorShape;
  readonly kinds: readonly ConversationKind[];
  /** Time between polls of a quiet account, ms. */
  readonly idlePollMs: number;
  /** Time between polls of a busy account or one on screen, ms. */
  readonly busyPollMs: number;
}
