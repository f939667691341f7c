import type { OutputOf } from '@shared/contract/index';
import type { ChannelAccount, OutboxItem, Workspace } from '@shared/contract/views';

const minute = 60_000;
const hour = 60 * minute;

/** One item of every state, the held ones with different reasons. */
export const anOutbox = (workspaces: readonly Workspace[], now: number): OutboxItem[] => {
  const [first, second] = workspaces;
  if (!first || !second) return [];
  const base = (index: number, workspace: Workspace): OutboxItem => ({
    id: `o${index}`,
    workspaceId: workspace.id,
    accountId: `a${workspace.position}-0`,
    accountHandle: workspace.name.toLowerCase().replace(/\s/g, ''),
    network: 'plaza',
    conversationId: `c${index}`,
    contactName: ['Ada Kılıç', 'Tom Becker', 'Şule Yıldız', 'June Marsh'][index % 4] ?? '',
    messageId: `m${index}`,
    text: 'Merhaba Ada, gecikme için özür dileriz 🙏 Siparişiniz Kadıköy şubesinde; bugün teslim ediyoruz.',
    state: 'queued',
    holdReason: null,
    holdDetails: null,
    errorReason: null,
    attempts: 0,
    queuedAt: now - index * 3 * minute,
    leavesAt: now - minute,
    nextAttemptAt: null,
    sentAt: null,
    staffId: 's0',
  });
  return [
    { ...base(0, first), leavesAt: now + 9_000 },
    {
      ...base(1, second),
      text: 'Hi Tom, refills are at Markthalle Neun, stand 14.',
      attempts: 2,
      nextAttemptAt: now + 3 * minute,
    },
    {
      ...base(2, first),
      state: 'held',
      holdReason: 'other_brand_text',
      text: 'Merhaba Şule Hanım, Nordbrot ekibi olarak size hemen dönüyoruz. nordbrot.example',
      holdDetails: {
        marks: [
          { from: 20, to: 28, text: 'Nordbrot', otherWorkspaceName: 'Nordbrot', kind: 'name' },
          { from: 64, to: 80, text: 'nordbrot.example', otherWorkspaceName: 'Nordbrot', kind: 'domain' },
        ],
      },
    },
    {
      ...base(3, second),
      state: 'held',
      holdReason: 'new_messages',
      holdDetails: { count: 2 },
      text: 'Yes, it is fully vegan.',
    },
    { ...base(4, first), state: 'held', holdReason: 'identity_mismatch', holdDetails: { identity: '@mavi_otel' } },
    {
      ...base(5, second),
      state: 'unknown',
      text: 'Thank you for the photo, we will look into it.',
      holdDetails: { foundText: 'Thank you for the photo — we will look into it today.' },
    },
    { ...base(6, first), state: 'failed', errorReason: 'rejected_by_network', attempts: 1 },
    { ...base(7, first), state: 'sending', attempts: 1 },
  ];
};

export const aCoverage = (accounts: readonly ChannelAccount[], now: number): OutputOf<'coverage.list'> =>
  accounts.flatMap((account, index) =>
    ['mentions', 'direct'].map((stream, place) => {
      const hasGap = index === 1 && place === 0;
      return {
        workspaceId: account.workspaceId,
        accountId: account.id,
        stream,
        completeSince: index === 4 && place === 1 ? null : hasGap ? now - 5 * hour : now - (30 + index * 9) * 24 * hour,
        spans: hasGap
          ? [
              { fromAt: now - 100 * hour, toAt: now - 9 * hour },
              { fromAt: now - 5 * hour, toAt: now },
            ]
          : [{ fromAt: now - (30 + index * 9) * 24 * hour, toAt: now - index * minute }],
        gaps: hasGap
          ? [
              {
                id: `g${index}`,
                fromAt: now - 9 * hour,
                toAt: now - 5 * hour,
                reason: 'cursor_lost',
                isRefillable: true,
              },
            ]
          : [],
      };
    }),
  );
