import { fold } from '@shared/domain/fold';
import { displayLine } from '@shared/domain/display-text';
import {
  autocompletion,
  completionKeymap,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';
import { keymap } from '@codemirror/view';
import type { MentionCandidate } from '../model/mention-candidates';

/** Offers the people of the thread after an `@`. Asked at each key, so the list may change. */
export const mentions = (candidates: () => readonly MentionCandidate[]): Extension => {
  const source = (context: CompletionContext): CompletionResult | null => {
    const typed = context.matchBefore(/(?<![\p{L}\p{N}_])@[\p{L}\p{N}_.@-]*$/u);
    if (!typed) return null;
    const word = fold(typed.text.slice(1));
    const options = candidates()
      .filter(({ handle, name }) => fold(handle).includes(word) || fold(name).includes(word))
      .slice(0, 8)
      .map(({ handle, name }) => ({ label: `@${handle}`, detail: displayLine(name), apply: `@${handle} ` }));
    return options.length === 0 ? null : { from: typed.from, options, filter: false };
  };
  return [autocompletion({ override: [source], icons: false }), keymap.of(completionKeymap)];
};
