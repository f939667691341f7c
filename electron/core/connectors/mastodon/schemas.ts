import { z } from 'zod';

/**
 * What we need of the server's answers, and no more: unknown fields pass, what is only shown falls back to nothing, and
 * an entry whose id, author, time, text or visibility is of the wrong type is left out by its reader.
 */
const id = z.union([z.string().min(1).max(200), z.number().int().nonnegative().transform(String)]);
const optionalId = id.nullish().transform((value) => value ?? null);
const time = z
  .string()
  .transform((text) => Date.parse(text))
  .refine((at) => !Number.isNaN(at));
const optionalTime = time.nullish().transform((value) => value ?? null);
const shownText = z.string().catch('');
const shownUrl = z.string().nullable().catch(null);
const list = z.array(z.unknown()).catch([]);
const count = z.number().int().positive().optional().catch(undefined);

/** `acct` is `name` for people of the own server, `name@domain` for all others. */
const acct = z
  .string()
  .regex(/^[^\s@]+(@[^\s@]+)?$/)
  .max(300);

export const account = z.object({ id, acct, display_name: shownText, url: shownUrl });
export type Account = z.output<typeof account>;

/** Some servers give everybody the id 0 here. */
export const mention = z.object({
  id: id.optional().catch(undefined),
  acct,
  url: shownUrl,
});
export type Mention = z.output<typeof mention>;

export const attachment = z.object({
  id,
  type: z.string().catch('unknown'),
  url: shownUrl,
  preview_url: shownUrl,
  description: z.string().nullable().catch(null),
});

export const status = z.object({
  id,
  created_at: time,
  edited_at: optionalTime,
  in_reply_to_id: optionalId,
  in_reply_to_account_id: optionalId,
  content: z.string(),
  spoiler_text: shownText,
  visibility: z.string().min(1),
  url: shownUrl,
  account,
  mentions: list,
  media_attachments: list,
  replies_count: z.number().catch(0),
  favourited: z.boolean().optional().catch(undefined),
  quote: z.unknown().optional(),
  reblog: z.unknown().optional(),
});
export type Status = z.output<typeof status>;

/** Only the id matters for finding the way through the list; a broken rest costs this one entry. */
export const notification = z.object({
  id,
  type: z.string().catch(''),
  created_at: time.nullable().catch(null),
  status: z.unknown().optional(),
});

export const conversation = z.object({
  id,
  unread: z.boolean().catch(false),
  accounts: list,
  last_status: z.unknown().optional(),
});

/** Lists are read entry by entry. */
export const entries = z.array(z.unknown());

export const context = z.object({ ancestors: entries, descendants: entries });

export const uploadedMedia = z.object({ id, url: shownUrl });

export const markers = z.object({ notifications: z.object({ last_read_id: id }).optional().catch(undefined) });

export const registeredApp = z.object({ client_id: z.string().min(1), client_secret: z.string().min(1) });

export const grantedToken = z.object({ access_token: z.string().min(1).max(4_096), scope: z.string().optional() });

/** Of the metadata of RFC 8414 what a sign-in here needs. */
export const serverMetadata = z.object({
  issuer: z.url(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  scopes_supported: z.array(z.string()).optional().catch(undefined),
  authorization_response_iss_parameter_supported: z.boolean().catch(false),
});
export type ServerMetadata = z.output<typeof serverMetadata>;

const configuration = z
  .object({
    urls: z.object({ streaming: z.string().optional().catch(undefined) }).catch({}),
    statuses: z
      .object({
        max_characters: count,
        max_media_attachments: z.number().int().nonnegative().optional().catch(undefined),
        characters_reserved_per_url: count,
      })
      .catch({}),
    media_attachments: z
      .object({
        supported_mime_types: z.array(z.string()).optional().catch(undefined),
        image_size_limit: count,
        description_limit: count,
      })
      .catch({}),
  })
  .catch({ urls: {}, statuses: {}, media_attachments: {} });

/** Both versions of what a server says about itself: 2 has `domain`, 1 has `uri`, `urls` and the older limits. */
export const instance = z.object({
  domain: z.string().optional().catch(undefined),
  uri: z.string().optional().catch(undefined),
  version: z.string(),
  source_url: z.string().optional().catch(undefined),
  api_versions: z.object({ mastodon: z.number().optional().catch(undefined) }).catch({}),
  urls: z.object({ streaming_api: z.string().optional().catch(undefined) }).catch({}),
  max_toot_chars: count,
  configuration,
});
export type Instance = z.output<typeof instance>;

/** Answers whose content does not matter. */
export const nothing = z.unknown();
