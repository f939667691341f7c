import type { AccountCapabilities, ConnectorManifest } from '@shared/domain/manifest';

const source = 'README.md of this folder';

/** What every account of the sandbox network can carry. */
export const capabilities = {
  publicText: [{ unit: 'grapheme', max: 500, source }],
  directText: [{ unit: 'grapheme', max: 2000, source }],
  images: {
    maxCount: 4,
    maxBytes: 2_000_000,
    mimeTypes: ['image/png', 'image/jpeg', 'image/webp'],
    maxAltLength: 1000,
    inDirect: true,
  },
  actions: ['like', 'unlike', 'hide', 'unhide', 'mute', 'unmute', 'block', 'unblock', 'report', 'delete_own'],
  unavailable: [],
} as const satisfies AccountCapabilities;

/** The stream of comments, mentions and reviews. */
export const feedStream = 'feed';
/** The stream of direct messages. */
export const directStream = 'direct';

const handleField = { name: 'handle', label: 'handle', kind: 'text', isRequired: true } as const;
const nameField = { name: 'name', label: 'displayName', kind: 'text', isRequired: false } as const;

/** The sandbox network, in data. */
export const manifest = {
  id: 'sandbox',
  label: 'Sandbox',
  icon: 'M4 9h16l-2 11H6L4 9zm2.3 2 1.2 7h9l1.2-7H6.3zM8 7a4 4 0 0 1 8 0h-2a2 2 0 1 0-4 0H8z',
  isPublic: false,
  signIn: [
    { id: 'local', label: 'local', kind: 'form', fields: [handleField, nameField] },
    { id: 'token', label: 'token', kind: 'form', fields: [handleField, nameField] },
  ],
  kinds: ['direct', 'comment', 'mention', 'review'],
  capabilities,
  streams: [
    {
      id: feedStream,
      shape: 'forward_id',
      kinds: ['comment', 'mention', 'review'],
      idlePollMs: 20_000,
      busyPollMs: 5000,
    },
    { id: directStream, shape: 'thread_list', kinds: ['direct'], idlePollMs: 20_000, busyPollMs: 5000 },
  ],
  resend: { kind: 'key', keyLifetimeMs: null },
  settleMs: 500,
} as const satisfies ConnectorManifest;
