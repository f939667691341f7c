import type {
  ChannelAccount,
  Contact,
  ConversationRow,
  Network,
  Settings,
  StaffMember,
  ThreadEntry,
  Workspace,
} from '@shared/contract/views';
import { conversationKinds } from '@shared/domain/conversation';

const hour = 3_600_000;
const day = 24 * hour;

/** Always the same choice for the same number, so that pictures can be compared. */
const pick = <Item>(items: readonly Item[], index: number): Item => {
  const found = items[((index % items.length) + items.length) % items.length];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
};

const capabilities = {
  publicText: [{ unit: 'grapheme' as const, max: 300, source: 'page harness' }],
  directText: [{ unit: 'grapheme' as const, max: 1000, source: 'page harness' }],
  images: {
    maxCount: 4,
    maxBytes: 1_000_000,
    mimeTypes: ['image/png', 'image/jpeg'],
    maxAltLength: 1000,
    inDirect: false,
  },
  actions: ['like', 'unlike', 'hide', 'unhide', 'mute', 'unmute', 'block', 'unblock', 'report', 'delete_own'] as const,
  unavailable: [],
};

export const aNetworkList = (): Network[] => [
  {
    id: 'plaza',
    label: 'Plaza',
    icon: 'M3 4h18v12H9l-6 5z',
    isPublic: true,
    signIn: [
      {
        id: 'password',
        label: 'appPassword',
        kind: 'form',
        fields: [
          { name: 'service', label: 'instanceUrl', kind: 'url', initial: 'https://plaza.example', isRequired: true },
          { name: 'identifier', label: 'handle', kind: 'text', isRequired: true },
          { name: 'password', label: 'appPassword', kind: 'password', isRequired: true },
        ],
      },
      {
        id: 'oauth',
        label: 'browser',
        kind: 'browser',
        fields: [
          { name: 'service', label: 'instanceUrl', kind: 'url', initial: 'https://plaza.example', isRequired: true },
        ],
      },
    ],
    kinds: [...conversationKinds],
    capabilities: { ...capabilities, actions: [...capabilities.actions] },
  },
  {
    id: 'kiosk',
    label: 'Kiosk',
    icon: 'M12 2l9 5v10l-9 5-9-5V7z',
    isPublic: true,
    signIn: [
      {
        id: 'browser',
        label: 'browser',
        kind: 'browser',
        fields: [{ name: 'server', label: 'Server', kind: 'url', isRequired: true }],
      },
    ],
    kinds: ['direct', 'mention'],
    capabilities: { ...capabilities, actions: ['like', 'mute'] },
  },
];

const brands = [
  ['Lale Kahve', 'LK', '#8a4b2a', 'tr', 'Europe/Istanbul'],
  ['Nordbrot', 'NB', '#1f6f5c', 'en', 'Europe/Berlin'],
  ['Pekko', 'PK', '#3b4fb8', 'en', 'Europe/Helsinki'],
  ['Mavi Otel', 'MV', '#a5254f', 'tr', 'Europe/Istanbul'],
  ['Hadley Tools', 'HD', '#4b5563', 'en', 'Europe/London'],
  ['Sunyard', 'SY', '#b7791f', 'en', 'America/New_York'],
] as const;

export const aWorkspaceList = (count: number): Workspace[] =>
  Array.from({ length: count }, (_, index) => {
    const [name, monogram, colour, language, timezone] = pick(brands, index);
    return {
      id: `w${index}`,
      name: index < brands.length ? name : `${name} ${Math.floor(index / brands.length) + 1}`,
      colour,
      monogram,
      logo: null,
      position: index,
      timezone,
      language,
      recallMs: 10_000,
      archivedAt: null,
      identities: [
        { kind: 'name', value: name },
        { kind: 'handle', value: `@${name.toLowerCase().replace(/\s/g, '')}` },
      ],
      counts: { open: 9 + index, unread: [2, 9, 4, 0, 1, 0][index % 6] ?? 0, held: index === 0 ? 1 : 0 },
    };
  });

export const anAccountList = (workspaces: readonly Workspace[], now: number): ChannelAccount[] =>
  workspaces.flatMap((workspace, index) =>
    aNetworkList()
      .slice(0, index % 3 === 2 ? 1 : 2)
      .map((network, place): ChannelAccount => {
        const states = [
          'connected',
          'syncing',
          'waiting',
          'connected',
          'reconnect_needed',
          'connected',
          'blocked',
        ] as const;
        const state = pick(states, index * 2 + place);
        const reasons = {
          waiting: 'rate_limited',
          reconnect_needed: 'auth_expired',
          blocked: 'account_blocked',
        } as const;
        return {
          id: `a${index}-${place}`,
          workspaceId: workspace.id,
          network: network.id,
          remoteId: `remote-${index}-${place}`,
          handle: workspace.name.toLowerCase().replace(/\s/g, ''),
          displayName: workspace.name,
          serviceUrl: `https://${network.id}.example`,
          state,
          stateReason: state in reasons ? reasons[state as keyof typeof reasons] : null,
          waitsUntil: state === 'waiting' ? now + 14 * 60_000 : null,
          lastSyncAt: now - 12_000 - index * 61_000,
          capabilities: network.capabilities,
        };
      }),
  );

export const aStaffList = (): StaffMember[] => [
  { id: 's0', name: 'Deniz Aydın', role: 'owner', workspaceIds: null, isActive: true },
  { id: 's1', name: 'Mert Kaya', role: 'lead', workspaceIds: null, isActive: true },
  { id: 's2', name: 'Jo Miller', role: 'agent', workspaceIds: ['w0', 'w1'], isActive: true },
  { id: 's3', name: 'Ayça Tan', role: 'observer', workspaceIds: null, isActive: false },
];

export const someSettings = (): Settings => ({
  language: 'system',
  theme: 'system',
  density: 'comfortable',
  zoomPercent: 100,
  notifications: { isOn: true, showsText: false, quietHours: { from: '19:00', to: '08:30' } },
  spellcheckDownload: false,
});

const people = [
  ['Ada Kılıç', 'adakilic'],
  ['Tom Becker', 'tombecker'],
  ['Şule Yıldız', 'sule.y'],
  ['June Marsh', 'junemarsh'],
  ['kahvesever34', 'kahvesever34'],
  ['R. Silva', 'rsilva'],
  ['Emre Özkan', 'emreozkan'],
  ['Lena Wirth', 'lenaw'],
  ['Iğdır Gezgini 🌄', 'igdirgezgini'],
] as const;

const lines = [
  'Üç gün oldu, kargom hâlâ gelmedi :( Sipariş numaram LK-20418, kimse cevap vermiyor.',
  'Love the new packaging, where can I buy refills near Kreuzberg?',
  'IBAN’ımı nereye yazayım?',
  'Is the vegan croissant really without butter? My daughter is allergic and the label is hard to read in the photo.',
  '@zeynep bak buna 😍',
  '★★☆☆☆ Waited 40 minutes on Sunday and nobody came to the desk.',
  'Kampanya kodu çalışmıyor, yardımcı olur musunuz?',
  'Minute 3:20, the torque figure is wrong, should be 45 Nm.',
  'Teşekkürler, çok hızlıydınız 👏',
] as const;

export const aRow = (index: number, workspaces: readonly Workspace[], now: number): ConversationRow => {
  const workspace = pick(workspaces, index * 7 + (index >> 3));
  const [contactName, contactHandle] = pick(people, index);
  const outbox = pick([null, null, null, null, 'queued', null, null, 'held', null, 'failed'] as const, index);
  return {
    id: `c${index}`,
    workspaceId: workspace.id,
    accountId: `a${workspace.position}-0`,
    network: pick(aNetworkList(), index % 3 === 0 ? 1 : 0).id,
    accountHandle: workspace.name.toLowerCase().replace(/\s/g, ''),
    kind: pick(['comment', 'mention', 'direct', 'comment', 'comment', 'review', 'direct'] as const, index),
    status: 'open',
    contactId: `p${index % people.length}`,
    contactName,
    contactHandle,
    preview: pick(lines, index),
    isPreviewOutbound: index % 5 === 4,
    lastMessageAt: now - 120_000 - index * 420_000 - (index % 7) * 33_000,
    unreadCount: [1, 0, 3, 0, 0, 2, 0][index % 7] ?? 0,
    assigneeId: index % 4 === 1 ? 's1' : index % 4 === 2 ? 's0' : null,
    labels: index % 3 === 0 ? [{ id: 'l0', name: index % 2 === 0 ? 'kargo' : 'delivery', colour: '#716d65' }] : [],
    snoozedUntil: null,
    hasDraft: index % 6 === 2,
    outbox,
    isTargetDeleted: false,
  };
};

export const aContact = (index: number, workspaceId: string, now: number): Contact => {
  const [name, handle] = pick(people, index);
  return {
    id: `p${index}`,
    workspaceId,
    name,
    note: index === 0 ? 'Kadıköy şubesinden alıyor; sabahları yazıyor.' : '',
    language: index % 2 === 0 ? 'tr' : 'en',
    firstSeenAt: now - 200 * day,
    lastSeenAt: now - 2 * hour,
    conversationCount: 3,
    identities: [
      { network: 'plaza', remoteId: `r${index}`, handle, displayName: name, url: `https://plaza.example/@${handle}` },
      { network: 'kiosk', remoteId: `k${index}`, handle, displayName: name, url: null },
    ],
  };
};

export const aThread = (row: ConversationRow, count: number, now: number): ThreadEntry[] =>
  Array.from({ length: count }, (_, index): ThreadEntry => {
    const last = count - 1;
    const type = index === last - 1 ? 'note' : index % 3 === 1 ? 'outbound' : 'inbound';
    const text =
      index === last
        ? row.preview
        : type === 'note'
          ? 'Courier says the parcel is at the Kadıköy branch since yesterday; ask for a new time by direct message.'
          : type === 'outbound'
            ? 'Merhaba, mesajınızı aldık; ekibimiz 1 saat içinde dönüş yapacak.'
            : pick(lines, index + 2);
    return {
      id: `${row.id}-m${index}`,
      type,
      authorName: type === 'inbound' ? row.contactName : type === 'note' ? 'Mert Kaya' : row.accountHandle,
      authorHandle: type === 'inbound' ? row.contactHandle : row.accountHandle,
      text,
      createdAt: Math.min(row.lastMessageAt, now) - (last - index) * 47 * 60_000,
      editedAt: index === 2 ? row.lastMessageAt - hour : null,
      deletedAt: null,
      revisionCount: index === 2 ? 1 : 0,
      attachments: [],
      isHidden: index === 3,
      isLiked: index === 0,
      outboxState: type === 'outbound' ? 'sent' : null,
      outboxItemId: null,
      isFromElsewhere: index === 4,
      url: null,
    };
  });
