import { beforeEach, describe, expect, it } from 'vitest';
import { advanceFrom } from '@renderer/lib/advance';
import { useUiState, type OpenConversation } from '@renderer/lib/ui-state';

const at = (conversationId: string): OpenConversation => ({ workspaceId: 'w1', conversationId });
const openId = (): string | null => useUiState.getState().conversation?.conversationId ?? null;

describe('after a conversation was dealt with', () => {
  beforeEach(() => {
    useUiState.getState().setListOrder(['a', 'b', 'c', 'd'].map(at));
    useUiState.getState().openConversation(at('b'));
  });

  it('opens the next one', () => {
    advanceFrom([at('b')]);
    expect(openId()).toBe('c');
  });

  it('passes over those that were dealt with together', () => {
    advanceFrom([at('b'), at('c')]);
    expect(openId()).toBe('d');
  });

  it('goes up at the end of the list, and closes the last one', () => {
    useUiState.getState().openConversation(at('d'));
    advanceFrom([at('d')]);
    expect(openId()).toBe('c');
    advanceFrom(['a', 'b', 'c', 'd'].map(at));
    expect(openId()).toBeNull();
  });

  it('leaves the open one alone when others were dealt with', () => {
    advanceFrom([at('c')]);
    expect(openId()).toBe('b');
  });
});
