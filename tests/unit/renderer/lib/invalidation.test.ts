import { QueryObserver } from '@tanstack/react-query';
import { describe, expect, it, vi } from 'vitest';
import type { CoreClient } from '@renderer/lib/core-client';
import { createQueryClient } from '@renderer/lib/query-client';
import { keepFresh, staleReads, touches } from '@renderer/lib/invalidation';

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

/** A core that can only push events, and a restart. */
const anEventSource = () => {
  const listeners: ((event: 'sync:changed', payload: unknown) => void)[] = [];
  const links: ((state: 'lost' | 'linked') => void)[] = [];
  const core: Pick<CoreClient, 'onAny' | 'onLink'> = {
    onAny: (listener) => {
      listeners.push(listener);
      return () => undefined;
    },
    onLink: (listener) => {
      links.push(listener);
      return () => undefined;
    },
  };
  return {
    core: core as CoreClient,
    push: () => listeners.forEach((listener) => listener('sync:changed', {})),
    link: (state: 'lost' | 'linked') => links.forEach((listener) => listener(state)),
  };
};

describe('reads while events keep coming', () => {
  it('come to an end, and are asked once more for what came in between', async () => {
    const source = anEventSource();
    const cache = createQueryClient();
    const stop = keepFresh(source.core, cache);
    const answers: ((value: number) => void)[] = [];
    const observer = new QueryObserver(cache, {
      queryKey: ['sync.status', {}],
      queryFn: () => new Promise<number>((resolve) => void answers.push(resolve)),
    });
    const unsubscribe = observer.subscribe(() => undefined);
    vi.useFakeTimers();
    for (let burst = 0; burst < 5; burst += 1) {
      source.push();
      await vi.advanceTimersByTimeAsync(100);
    }
    vi.useRealTimers();
    expect(answers).toHaveLength(1);
    answers[0]?.(1);
    await vi.waitFor(() => expect(answers).toHaveLength(2));
    expect(observer.getCurrentResult().data).toBe(1);
    answers[1]?.(2);
    await vi.waitFor(() => expect(observer.getCurrentResult().data).toBe(2));
    expect(answers).toHaveLength(2);
    unsubscribe();
    stop();
    cache.clear();
  });

  it('are all asked again after the core restarted', async () => {
    const source = anEventSource();
    const cache = createQueryClient();
    const stop = keepFresh(source.core, cache);
    let asked = 0;
    const observer = new QueryObserver(cache, { queryKey: ['drafts.get', {}], queryFn: () => (asked += 1) });
    const unsubscribe = observer.subscribe(() => undefined);
    await vi.waitFor(() => expect(observer.getCurrentResult().data).toBe(1));
    source.link('lost');
    source.link('linked');
    await vi.waitFor(() => expect(asked).toBe(2));
    unsubscribe();
    stop();
    cache.clear();
  });
});
