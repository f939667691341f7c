import { describe, expect, it } from 'vitest';
import { staleReads, touches } from '@renderer/lib/invalidation';

describe('what an event makes old', () => {
  it('refreshes the list over all brands and that of the brand', () => {
    const payload = { workspaceId: 'w1', conversationIds: ['c1'] };
    expect(touches(['conversations.list', { workspaceId: null }], 'conversations:changed', payload)).toBe(true);
    expect(touches(['conversations.list', { workspaceId: 'w1' }, 'pages'], 'conversations:changed', payload)).toBe(
      true,
    );
  });

  it('leaves the screens of other brands alone', () => {
    const payload = { workspaceId: 'w1', conversationIds: ['c1'] };
    expect(touches(['conversations.list', { workspaceId: 'w2' }], 'conversations:changed', payload)).toBe(false);
  });

  it('leaves other conversations of the brand alone', () => {
    const payload = { workspaceId: 'w1', conversationIds: ['c1', 'c3'] };
    const open = (conversationId: string) => ['conversations.get', { workspaceId: 'w1', conversationId }];
    expect(touches(open('c3'), 'conversations:changed', payload)).toBe(true);
    expect(touches(open('c2'), 'conversations:changed', payload)).toBe(false);
    expect(
      touches(['messages.list', { workspaceId: 'w1', conversationId: 'c2' }], 'messages:changed', {
        workspaceId: 'w1',
        conversationId: 'c1',
      }),
    ).toBe(false);
  });

  it('refreshes every read of workspaces when the event names none', () => {
    expect(touches(['workspaces.get', { workspaceId: 'w9' }], 'workspaces:changed', { workspaceId: null })).toBe(true);
  });

  it('does not touch what an event does not speak of', () => {
    expect(
      touches(['drafts.get', { workspaceId: 'w1', conversationId: 'c1' }], 'messages:changed', {
        workspaceId: 'w1',
        conversationId: 'c1',
      }),
    ).toBe(false);
  });

  it('never reads a draft again while it may be typed in another field', () => {
    expect(staleReads['conversations:changed']).not.toContain('drafts.get');
    expect(staleReads['messages:changed']).not.toContain('drafts.get');
  });
});
