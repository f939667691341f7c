import { z } from 'zod';
import { parseAtUri } from './at-uri';

/**
 * What we need of the network's answers, and no more: unknown fields pass, what is only shown falls back to nothing, and
 * an entry whose address, author or text is of the wrong type is left out by its reader.
 */
const uri = z.string().refine((text) => parseAtUri(text) !== null);
const time = z.string().refine((text) => !Number.isNaN(Date.parse(text)));
const optionalText = z.string().optional().catch(undefined);

export const ref = z.object({ uri, cid: z.string().min(1) });
export type Ref = z.output<typeof ref>;

export const actor = z.object({
  did: z.string().startsWith('did:'),
  handle: z.string().catch('handle.invalid'),
  displayName: optionalText,
  viewer: z
    .object({ muted: z.boolean().optional(), blockedBy: z.boolean().optional(), blocking: z.string().optional() })
    .optional()
    .catch(undefined),
});
export type Actor = z.output<typeof actor>;

const facetFeature = z.object({ $type: z.string(), uri: optionalText, did: optionalText, tag: optionalText });
export const facet = z.object({
  index: z.object({ byteStart: z.number().int().min(0), byteEnd: z.number().int().min(0) }),
  features: z.array(facetFeature),
});

const blob = z.object({
  mimeType: z.string().catch('application/octet-stream'),
  size: z.number().optional().catch(undefined),
  ref: z.object({ $link: z.string() }).optional().catch(undefined),
});
const recordEmbed = z.object({
  $type: z.string(),
  images: z
    .array(z.object({ alt: z.string().catch(''), image: blob }))
    .optional()
    .catch(undefined),
  record: z.unknown().optional(),
  media: z.unknown().optional(),
  external: z.object({ uri: z.string() }).optional().catch(undefined),
});
export type RecordEmbed = z.output<typeof recordEmbed>;

/** A post as its author's server holds it. */
export const postRecord = z.object({
  text: z.string(),
  createdAt: z.string().catch(''),
  facets: z.array(z.unknown()).optional().catch(undefined),
  reply: z.object({ root: ref, parent: ref }).optional().catch(undefined),
  embed: recordEmbed.optional().catch(undefined),
});
export type PostRecord = z.output<typeof postRecord>;

const viewImage = z.object({ fullsize: z.string(), alt: z.string().catch('') });
const viewEmbed = z.object({
  $type: z.string().catch(''),
  images: z.array(viewImage).optional().catch(undefined),
  thumbnail: optionalText,
  alt: optionalText,
  media: z
    .object({
      images: z.array(viewImage).optional().catch(undefined),
      thumbnail: optionalText,
      alt: optionalText,
      external: z.object({ uri: z.string() }).optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
});

export const postView = z.object({
  uri,
  cid: z.string().min(1),
  author: actor,
  record: postRecord,
  indexedAt: time,
  embed: viewEmbed.optional().catch(undefined),
  replyCount: z.number().int().optional().catch(undefined),
  viewer: z
    .object({ like: optionalText, replyDisabled: z.boolean().optional(), threadMuted: z.boolean().optional() })
    .optional()
    .catch(undefined),
  threadgate: z
    .object({ record: z.object({ hiddenReplies: z.array(z.string()).optional() }).optional() })
    .optional()
    .catch(undefined),
});
export type PostView = z.output<typeof postView>;

export const notification = z.object({
  uri,
  cid: z.string().min(1),
  author: actor,
  reason: z.string(),
  record: postRecord,
  indexedAt: time,
  isRead: z.boolean().catch(false),
});
export type Notification = z.output<typeof notification>;

export const notificationList = z.object({
  notifications: z.array(z.unknown()),
  cursor: optionalText,
});
export const postList = z.object({ posts: z.array(z.unknown()) });
export const feedList = z.object({ feed: z.array(z.unknown()), cursor: optionalText });
export const feedItem = z.object({ post: postView, reason: z.unknown().optional() });
export const threadAnswer = z.object({ thread: z.unknown() });
export const recordAnswer = z.object({ uri, cid: optionalText, value: z.unknown() });
export const recordList = z.object({ records: z.array(z.unknown()), cursor: optionalText });
export const writtenAnswer = z.object({ uri, cid: z.string() });
export const uploadAnswer = z.object({ blob: z.looseObject({ mimeType: z.string(), ref: z.unknown() }) });
export const sessionAnswer = z.object({
  did: z.string().startsWith('did:'),
  handle: z.string(),
  active: z.boolean().optional().catch(undefined),
  status: optionalText,
  didDoc: z.unknown().optional(),
});
export const resolvedHandle = z.object({ did: z.string().startsWith('did:') });
/** For calls whose answer says nothing that we need; some servers answer with an empty body. */
export const nothing = z.unknown();

export const chatMessage = z.object({
  $type: optionalText,
  id: z.string().min(1),
  rev: z.string().catch(''),
  text: z.string(),
  facets: z.array(z.unknown()).optional().catch(undefined),
  embed: z.unknown().optional(),
  sender: z.object({ did: z.string().startsWith('did:') }),
  sentAt: time,
});
export type ChatMessage = z.output<typeof chatMessage>;

export const convo = z.object({
  id: z.string().min(1),
  rev: z.string().catch(''),
  members: z.array(z.unknown()),
  status: optionalText,
  lastMessage: z.object({ sentAt: optionalText }).optional().catch(undefined),
});
export type Convo = z.output<typeof convo>;
export const convoAnswer = z.object({ convo });
export const convoList = z.object({ convos: z.array(z.unknown()), cursor: optionalText });
export const messageList = z.object({ messages: z.array(z.unknown()), cursor: optionalText });
export const logList = z.object({ logs: z.array(z.unknown()), cursor: optionalText });
export const logEntry = z.object({
  $type: z.string(),
  rev: optionalText,
  convoId: optionalText,
  message: z.unknown().optional(),
});
