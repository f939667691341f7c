import { beforeEach, describe, expect, it } from 'vitest';
import { useUiState } from '@renderer/lib/ui-state';
import { useViewStack } from '@renderer/lib/view-stack';

const start = useUiState.getState();
const state = () => useUiState.getState();

beforeEach(() => {
  useUiState.setState(start, true);
  useViewStack.setState({ views: [] });
});

describe('what a window shows', () => {
  it('closes a conversation when the person turns to another brand', () => {
    state().openConversation({ workspaceId: 'w1', conversationId: 'c1' });
    state().selectWorkspace('w2');
    expect(state().conversation).toBeNull();
  });

  it('keeps it open when the person turns to its brand, or to all brands', () => {
    state().openConversation({ workspaceId: 'w1', conversationId: 'c1' });
    state().selectWorkspace('w1');
    expect(state().conversation?.conversationId).toBe('c1');
    state().selectWorkspace(null);
    expect(state().conversation?.conversationId).toBe('c1');
  });

  it('turns to the brand of a conversation that was opened from elsewhere', () => {
    state().selectWorkspace('w2');
    state().openConversation({ workspaceId: 'w1', conversationId: 'c1' });
    expect(state().workspaceId).toBe('w1');
  });

  it('stays over all brands when a conversation is opened there', () => {
    state().openConversation({ workspaceId: 'w1', conversationId: 'c1' });
    expect(state().workspaceId).toBeNull();
  });

  it('lays a dialog over the page it came from and goes back to it', () => {
    const views = useViewStack.getState();
    views.open({ name: 'workspace', workspaceId: 'w1', section: 'channels' });
    views.open({ name: 'connect', workspaceId: 'w1', accountId: null });
    views.back();
    expect(useViewStack.getState().views.map((view) => view.name)).toEqual(['workspace']);
  });

  it('never holds the same view twice', () => {
    const views = useViewStack.getState();
    views.open({ name: 'help' });
    views.open({ name: 'help' });
    expect(useViewStack.getState().views).toHaveLength(1);
  });
});
