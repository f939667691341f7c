import type { ConnectorManifest } from '@shared/domain/manifest';

const source = 'the network’s page on limits, read YYYY-MM';

/** What the network is, in data. Screens and rules read this; nothing outside this folder names the network. */
export const manifest: ConnectorManifest = {
  id: '_template',
  label: 'Template',
  icon: 'M4 4h16v12H8l-4 4z',
  isPublic: false,
  signIn: [
    {
      id: 'token',
      label: 'token',
      kind: 'form',
      fields: [
        { name: 'service', label: 'serviceUrl', kind: 'url', isRequired: true },
        { name: 'token', label: 'token', kind: 'password', isRequired: true },
      ],
    },
  ],
  kinds: ['comment'],
  capabilities: {
    publicText: [{ unit: 'grapheme', max: 500, source }],
    directText: [],
    images: null,
    actions: ['delete_own'],
    unavailable: [],
  },
  streams: [{ id: 'comments', shape: 'forward_id', kinds: ['comment'], idlePollMs: 60_000, busyPollMs: 15_000 }],
  // `key` only where the network itself refuses or joins a second send with the same key.
  resend: { kind: 'read_back' },
  settleMs: 5_000,
};
