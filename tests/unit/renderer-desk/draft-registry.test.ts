import type { EventMap, EventName } from '@shared/contract/events';
import type { Draft } from '@shared/contract/views';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CoreClient } from '@renderer/lib/core-client';
import { draftRegistryOf } from '@renderer/features/composer/model/draft-registry';

interface SaveInput {
  readonly workspaceId: string;
  readonly conversationId: string;
  readonly text: string;
}

/** The part of the client that drafts use, over a map. */
const aClient = () => {
  const drafts = new Map<string, Draft>();
  const saves: SaveInput[] = [];
  const listeners: ((payload: EventMap['drafts:changed']) => void)[] = [];
  let isBroken = false;
  const call = async (op: string, input: SaveInput): Promise<unknown> => {
    if (op === 'drafts.get') return drafts.get(input.conversationId) ?? null;
    if (isBroken) throw new Error('storage');
    if (op === 'drafts.discard') {
      drafts.delete(input.conversationId);
      return { done: true };
    }
    saves.push(input);
    const draft: Draft = {
      id: `d-${input.conversationId}`,
      workspaceId: input.workspaceId,
      conversationId: input.conversationId,
      accountId: 'a1',
      replyToMessageId: null,
      text: input.text,
      attachments: [],
      updatedAt: saves.length,
    };
    drafts.set(input.conversationId, draft);
    return draft;
  };
  const on = (event: EventName, listener: (payload: EventMap['drafts:changed']) => void): (() => void) => {
    if (event === 'drafts:changed') listeners.push(listener);
    return () => undefined;
  };
  return {
    client: { call, on } as unknown as CoreClient,
    drafts,
    saves,
    breaks: (broken: boolean) => (isBroken = broken),
    tell: (payload: EventMap['drafts:changed']) => listeners.forEach((listener) => listener(payload)),
  };
};

const at = (conversationId: string) => ({ workspaceId: 'w1', conversationId, accountId: 'a1' });

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('drafts of a window', () => {
  it('saves under the conversation in which it was typed, though another one is open by then', async () => {
    const core = aClient();
    const registry = draftRegistryOf(core.client);
    const first = registry.open(at('c1'));
    await vi.advanceTimersByTimeAsync(0);
    first.type('for c1');
    registry.release(first);
    const second = registry.open(at('c2'));
    await vi.advanceTimersByTimeAsync(500);
    expect(second.snapshot().text).toBe('');
    expect(core.saves).toEqual([{ workspaceId: 'w1', conversationId: 'c1', text: 'for c1', replyToMessageId: null }]);
  });

  it('keeps what was typed before the draft was read, though the conversation was left at once', async () => {
    const core = aClient();
    const registry = draftRegistryOf(core.client);
    const early = registry.open(at('c1'));
    early.type('quick');
    registry.release(early);
    await vi.advanceTimersByTimeAsync(500);
    expect(core.saves.at(-1)?.text).toBe('quick');
  });

  it('shows a text that could not be saved when its conversation is opened again, and saves it later', async () => {
    const core = aClient();
    const registry = draftRegistryOf(core.client);
    const session = registry.open(at('c1'));
    await vi.advanceTimersByTimeAsync(0);
    core.breaks(true);
    session.type('precious');
    registry.release(session);
    await vi.advanceTimersByTimeAsync(100);
    const again = registry.open(at('c1'));
    await vi.advanceTimersByTimeAsync(0);
    expect(again.snapshot().text).toBe('precious');
    core.breaks(false);
    await vi.advanceTimersByTimeAsync(5000);
    expect(core.saves.at(-1)?.text).toBe('precious');
  });

  it('reads what another window saved, for that conversation only', async () => {
    const core = aClient();
    const registry = draftRegistryOf(core.client);
    const one = registry.open(at('c1'));
    const other = registry.open(at('c2'));
    await vi.advanceTimersByTimeAsync(0);
    const draft = { id: 'd', ...at('c1'), replyToMessageId: null, text: 'elsewhere', attachments: [], updatedAt: 9 };
    core.drafts.set('c1', draft);
    core.tell({ workspaceId: 'w1', conversationId: 'c1' });
    await vi.advanceTimersByTimeAsync(0);
    expect(one.snapshot().text).toBe('elsewhere');
    expect(other.snapshot().text).toBe('');
  });

  it('saves everything when the window goes away', async () => {
    const core = aClient();
    const registry = draftRegistryOf(core.client);
    const one = registry.open(at('c1'));
    const other = registry.open(at('c2'));
    await vi.advanceTimersByTimeAsync(0);
    one.type('one');
    other.type('two');
    registry.flushAll();
    await vi.advanceTimersByTimeAsync(0);
    expect(core.saves.map((save) => save.text).toSorted()).toEqual(['one', 'two']);
  });

  it('keeps a note apart for each conversation', () => {
    const registry = draftRegistryOf(aClient().client);
    registry.setNote(at('c1'), 'call back');
    expect(registry.note(at('c1'))).toBe('call back');
    expect(registry.note(at('c2'))).toBe('');
  });
});
