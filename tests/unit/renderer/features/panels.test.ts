import { describe, expect, it } from 'vitest';
import { canEdit, canRelease, isInRecall, needsSignIn } from '@renderer/features/outbox/model/outbox-rules';
import { barParts } from '@renderer/features/coverage/model/bar';
import { rank } from '@renderer/features/palette/model/rank';
import { summariseCoverage, type StreamCoverage } from '@renderer/lib/coverage-summary';
import type { OutboxItem } from '@shared/contract/views';
import { holdReasons } from '@shared/domain/conversation';

const anItem = (more: Partial<OutboxItem>): OutboxItem => ({
  id: 'o1',
  workspaceId: 'w1',
  accountId: 'a1',
  accountHandle: 'lale',
  network: 'plaza',
  conversationId: 'c1',
  contactName: 'Ada',
  messageId: 'm1',
  text: 'Merhaba',
  state: 'queued',
  holdReason: null,
  holdDetails: null,
  errorReason: null,
  attempts: 0,
  queuedAt: 0,
  leavesAt: 10_000,
  nextAttemptAt: null,
  sentAt: null,
  staffId: 's1',
  ...more,
});

const aStream = (more: Partial<StreamCoverage>): StreamCoverage => ({
  workspaceId: 'w1',
  accountId: 'a1',
  stream: 'feed',
  completeSince: 100,
  spans: [],
  gaps: [],
  ...more,
});

describe('a reply on its way out', () => {
  it('can be called back until it leaves', () => {
    expect(isInRecall(anItem({}), 9_999)).toBe(true);
    expect(isInRecall(anItem({}), 10_000)).toBe(false);
    expect(isInRecall(anItem({ state: 'sending' }), 0)).toBe(false);
  });

  it('is never let go by hand as another account, or past what the network refuses', () => {
    const held = (holdReason: OutboxItem['holdReason']) => canRelease(anItem({ state: 'held', holdReason }));
    expect(holdReasons.filter(held)).toEqual([
      'other_brand_text',
      'new_messages',
      'target_deleted',
      'target_edited',
      'already_answered',
    ]);
    expect(held('identity_mismatch')).toBe(false);
  });

  it('offers to sign in where that is what helps', () => {
    expect(needsSignIn(anItem({ holdReason: 'account_disconnected' }))).toBe(true);
    expect(needsSignIn(anItem({ holdReason: 'too_long' }))).toBe(false);
  });

  it('cannot be changed while it may be on the network already', () => {
    expect(canEdit(anItem({ state: 'sending' }))).toBe(false);
    expect(canEdit(anItem({ state: 'unknown' }))).toBe(false);
    expect(canEdit(anItem({ state: 'held' }))).toBe(true);
  });
});

describe('coverage in a sentence', () => {
  it('is complete only since the moment from which all streams are', () => {
    expect(summariseCoverage([aStream({ completeSince: 100 }), aStream({ completeSince: 300 })]).completeSince).toBe(
      300,
    );
  });

  it('does not say "complete" while one stream never was', () => {
    expect(summariseCoverage([aStream({}), aStream({ completeSince: null })]).completeSince).toBeNull();
    expect(summariseCoverage([]).completeSince).toBeNull();
  });

  it('draws only what lies in the shown stretch of time', () => {
    const stream = aStream({
      spans: [{ fromAt: -50, toAt: 50 }],
      gaps: [{ id: 'g', fromAt: 50, toAt: 75, reason: 'outage', isRefillable: true }],
    });
    expect(barParts(stream, 0, 100)).toEqual([
      { kind: 'whole', from: 0, width: 0.5 },
      { kind: 'gap', from: 0.5, width: 0.25 },
    ]);
  });
});

describe('the palette', () => {
  const brands = ['Lale Kahve', 'ISPARTA Gül', 'Işık Optik', 'Nordbrot', 'Київ Кава'];
  const find = (typed: string) => rank(brands, (brand) => brand, typed);

  it('finds Turkish names however they are typed', () => {
    expect(find('isik')).toEqual(['Işık Optik']);
    expect(find('IŞIK')).toEqual(['Işık Optik']);
    expect(find('ısparta')).toEqual(['ISPARTA Gül']);
    expect(find('kahve')).toEqual(['Lale Kahve']);
  });

  it('finds names in other scripts', () => {
    expect(find('київ')).toEqual(['Київ Кава']);
  });

  it('offers what there is before anything is typed', () => {
    expect(find('')).toEqual(brands);
  });
});
