import type { ConnectorManifest } from '@shared/domain/manifest';

const defaults = "the reference server's defaults (docs.joinmastodon.org, entity V2::Instance), read 2025-11";

export const manifest: ConnectorManifest = {
  id: 'mastodon',
  label: 'Mastodon',
  icon: 'M6 2h12a4 4 0 0 1 4 4v7a4 4 0 0 1-4 4H9.5c.3 2.4 3 2.9 7 2.2v2C9.6 23 5.6 21 4.7 16.8A4 4 0 0 1 2 13V6a4 4 0 0 1 4-4zM9 13V8.6c0-.6.3-.9.8-.9.6 0 1.2.4 1.2 1.3v2h2V9c0-.9.6-1.3 1.2-1.3.5 0 .8.3.8.9V13h2V8.2C17 6.8 16.1 6 14.8 6c-1 0-1.8.4-2.3 1.2L12 8l-.5-.8C11 6.4 10.2 6 9.2 6 7.9 6 7 6.8 7 8.2V13z',
  isPublic: true,
  signIn: [
    {
      id: 'browser',
      label: 'browser',
      kind: 'browser',
      fields: [{ name: 'server', label: 'instanceUrl', kind: 'url', isRequired: true }],
    },
    {
      id: 'token',
      label: 'accessToken',
      kind: 'form',
      fields: [
        { name: 'server', label: 'instanceUrl', kind: 'url', isRequired: true },
        { name: 'token', label: 'accessToken', kind: 'password', isRequired: true },
      ],
    },
  ],
  kinds: ['comment', 'mention', 'direct'],
  capabilities: {
    publicText: [{ unit: 'weighted', max: 500, linkWeight: 23, source: defaults }],
    directText: [{ unit: 'weighted', max: 500, linkWeight: 23, source: defaults }],
    images: {
      maxCount: 4,
      maxBytes: 16_777_216,
      mimeTypes: ['image/jpeg', 'image/png', 'image/gif', 'image/webp'],
      maxAltLength: 1_500,
      inDirect: true,
    },
    actions: ['like', 'unlike', 'mute', 'unmute', 'block', 'unblock', 'report', 'delete_own'],
    unavailable: [],
  },
  streams: [
    {
      id: 'mentions',
      shape: 'forward_id',
      kinds: ['comment', 'mention', 'direct'],
      idlePollMs: 60_000,
      busyPollMs: 15_000,
    },
    { id: 'conversations', shape: 'thread_list', kinds: ['direct'], idlePollMs: 90_000, busyPollMs: 20_000 },
    // Edits, deletions, answers that name nobody and those given outside the app come with no notification.
    { id: 'threads', shape: 'thread_list', kinds: ['comment', 'mention'], idlePollMs: 900_000, busyPollMs: 300_000 },
  ],
  // The Idempotency-Key is kept for an hour. Of a server that does not keep it the link says so itself: see link.ts.
  resend: { kind: 'key', keyLifetimeMs: 3_600_000 },
  settleMs: 5_000,
};
