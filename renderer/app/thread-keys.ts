import type { Command } from '@renderer/lib/commands';
import { useReplyWish } from '@renderer/lib/reply-wish';
import { useUiState } from '@renderer/lib/ui-state';

const never = (): boolean => false;
const nothing = (): void => undefined;

const key = (id: string, titleKey: string, group: Command['group'], keys: string): Command => ({
  id,
  titleKey,
  group,
  keys: [keys],
  when: never,
  isHidden: true,
  run: nothing,
});

/**
 * Keys that only an open conversation offers. They stand on the help sheet at all times; the thread's own commands take their place.
 * R works before the composer is there: it takes the wish up when it comes.
 */
export const threadKeys: readonly Command[] = [
  {
    ...key('thread.reply', 'composer.commands.reply', 'write', 'r'),
    leadsToText: true,
    when: () => useUiState.getState().conversation !== null,
    run: () => useReplyWish.setState({ conversationId: useUiState.getState().conversation?.conversationId ?? null }),
  },
  key('thread.note', 'composer.commands.note', 'write', 'n'),
  key('composer.send', 'composer.commands.send', 'write', '$mod+Enter'),
  key('composer.sendResolve', 'composer.commands.sendResolve', 'write', '$mod+Shift+Enter'),
  key('thread.hide', 'thread.commands.hide', 'conversation', 'h'),
];
