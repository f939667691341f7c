import type { Connector } from '../../../electron/core/connectors/core/types';

/** Every case of the suite, in the words of a person who uses the app. */
export const suiteCases = {
  'sign in': 'signs in and says whose account it is',
  'wrong secret': 'refuses a wrong secret with a reason and no account',
  identify: 'asks the network each time who the credential is',
  'two brands': 'keeps two brands apart',
  comment: 'brings a comment under an own post, once, with the post',
  'deep comment': 'brings an answer deep in a thread into the conversation of its author',
  mention: 'brings a mention of the brand',
  quote: 'brings a quote of an own post',
  direct: 'brings a direct message',
  hostile: 'keeps emoji, Turkish letters, markup and bidi characters as they were written',
  picture: 'brings a picture with its alt text',
  burst: 'brings every message of a burst exactly once',
  idempotent: 'finds nothing new when nothing happened',
  edit: 'shows an edit as the same message',
  delete: 'shows that a customer deleted a message',
  'outside reply': 'finds an answer that a person gave outside the app',
  reply: 'sends an answer that an independent reader finds in the right thread',
  'reply to mention': 'answers a mention',
  'direct reply': 'sends a direct message that its receiver reads',
  links: 'keeps links and hashtags of an answer usable',
  'picture reply': 'sends a picture with its alt text',
  'same key': 'sends once when the same item is sent twice',
  'lost answer': 'knows after a lost answer whether a reply went out, and does not send it twice',
  'lost direct answer': 'calls a direct message unknown when its answer was lost, and reads it back',
  'server away': 'says that nothing left when the server is away, and sends when it is back',
  'too long': 'refuses a text that is too long, before or at the network',
  'gone target': 'sees before sending that the message answered is gone',
  'new in thread': 'sees what came into the thread since',
  'list own': 'lists its own answers of a thread',
  like: 'likes and takes it back',
  hide: 'hides a comment and shows it again',
  mute: 'mutes a person and takes it back',
  block: 'blocks a person and takes it back',
  report: 'reports a message',
  'delete own': 'deletes its own answer',
  'mark seen': 'tells the network that a conversation was read',
  'expired token': 'renews an expired token by itself, once',
  'revoked token': 'asks for a new sign-in when the credential was revoked, and only then',
  throttled: 'reports a rate limit with the time to wait',
  'server error': 'reports a failing server as passing trouble',
  html: 'takes a page of HTML for garbage, not for an answer',
  cut: 'takes a cut answer for garbage',
} as const;
export type SuiteCase = keyof typeof suiteCases;

/** Something written on the network. `remoteId` as the connector names it. */
export interface Written {
  readonly remoteId: string;
}

export interface SuiteBrand {
  readonly handle: string;
  readonly flow: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Fields that the network must refuse. */
  readonly wrongFields?: Readonly<Record<string, string>>;
  /** For flows in the browser: what the person does there with the address that the app opens. */
  finishInBrowser?(url: string): Promise<void>;
  /** A post of the brand's own, written without the app. */
  post(text: string): Promise<Written>;
  /** An answer of the brand's own, written without the app. */
  replyOutside?(to: Written, text: string): Promise<Written>;
}

/** A person on the network who is not the brand, acting without any code of the app. */
export interface SuiteCustomer {
  readonly handle: string;
  comment?(post: Written, text: string): Promise<Written>;
  mention?(brand: SuiteBrand, text: string): Promise<Written>;
  quote?(post: Written, text: string): Promise<Written>;
  direct?(brand: SuiteBrand, text: string): Promise<Written>;
  picture?(post: Written, text: string, alt: string): Promise<Written>;
  edit?(message: Written, text: string): Promise<void>;
  remove?(message: Written): Promise<void>;
}

/** An answer as somebody else than the app reads it from the network. */
export interface ReadReply {
  readonly text: string;
  readonly inReplyTo: string | null;
  readonly links: readonly string[];
  readonly tags: readonly string[];
  readonly alts: readonly string[];
}

/** Reads the network without any code of the app. */
export interface IndependentReader {
  /** Everything public that the brand wrote in answer to something. */
  replies?(brand: SuiteBrand): Promise<readonly ReadReply[]>;
  /** Texts of the direct messages between the two, by the brand. */
  directFrom?(brand: SuiteBrand, customer: SuiteCustomer): Promise<readonly string[]>;
  isLiked?(brand: SuiteBrand, message: Written): Promise<boolean>;
  isHidden?(brand: SuiteBrand, message: Written): Promise<boolean>;
  isMuted?(brand: SuiteBrand, customer: SuiteCustomer): Promise<boolean>;
  isBlocked?(brand: SuiteBrand, customer: SuiteCustomer): Promise<boolean>;
  reportsAgainst?(message: Written): Promise<number>;
  unread?(brand: SuiteBrand): Promise<number>;
}

/** What a test makes go wrong between the app and the network. Each holds for the next request unless said otherwise. */
export interface SuiteFaults {
  /** The server cannot be reached until `up`. */
  down?(): Promise<void>;
  up?(): Promise<void>;
  /** The next send is carried out and its answer is lost. */
  loseSendAnswer?(kind: 'reply' | 'direct'): Promise<void>;
  expireToken?(brand: SuiteBrand): Promise<void>;
  /** How many times the token was renewed since `expireToken`. */
  renewals?(): Promise<number>;
  revoke?(brand: SuiteBrand): Promise<void>;
  throttle?(seconds: number): Promise<void>;
  serverError?(): Promise<void>;
  html?(): Promise<void>;
  cut?(): Promise<void>;
  reset(): Promise<void>;
}

/** A running network. Functions that are absent belong to cases named in `unserved`. */
export interface SuiteWorld {
  readonly brands: readonly [SuiteBrand, SuiteBrand];
  readonly customers: readonly [SuiteCustomer, SuiteCustomer];
  readonly reader: IndependentReader;
  readonly faults: SuiteFaults;
  /** Folder for the connector's own files; shared by all its accounts. */
  readonly networkDir: string;
  /** Resolves once everything written so far can be read. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

export interface SuiteNetwork {
  /** E.g. `Bluesky on the AT Protocol network`. */
  readonly name: string;
  readonly connector: Connector;
  /** Cases that this server cannot serve, each with the reason. */
  readonly unserved: Readonly<Partial<Record<SuiteCase, string>>>;
  /** Longest plain text that must be refused, e.g. 301 letters. */
  readonly tooLongText: string;
  start(): Promise<SuiteWorld>;
}
