import { findOverLimit } from '@shared/domain/text-counter';
import type { TextLimit } from '@shared/domain/manifest';
import { Facet, StateEffect, StateField, type Extension } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';

/** A place in the text that a note under the editor speaks of. */
export interface EditorMark {
  readonly from: number;
  readonly to: number;
  readonly title: string;
}

export const setMarks = StateEffect.define<readonly EditorMark[]>();

/** Wavy lines under other brands' words. They move with the text until the next check. */
const markField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (marks, transaction) => {
    for (const effect of transaction.effects) {
      if (!effect.is(setMarks)) continue;
      const length = transaction.newDoc.length;
      const ranges = effect.value
        .filter(({ from, to }) => from < to && to <= length)
        .map(({ from, to, title }) => Decoration.mark({ class: 'cm-stop', attributes: { title } }).range(from, to));
      return Decoration.set(ranges, true);
    }
    return marks.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Limits that hold in this editor. */
export const textLimits = Facet.define<readonly TextLimit[], readonly TextLimit[]>({
  combine: (values) => values[0] ?? [],
});

const over = Decoration.mark({ class: 'cm-over' });

const overFrom = (text: string, limits: readonly TextLimit[]): DecorationSet => {
  const at = findOverLimit(text, limits);
  return at === null || at >= text.length ? Decoration.none : Decoration.set([over.range(at, text.length)]);
};

/** Marks what no longer fits into the network's limit. */
const overLimitField = StateField.define<DecorationSet>({
  create: (state) => overFrom(state.doc.toString(), state.facet(textLimits)),
  update: (marks, { docChanged, state, startState }) => {
    const limits = state.facet(textLimits);
    return docChanged || limits !== startState.facet(textLimits) ? overFrom(state.doc.toString(), limits) : marks;
  },
  provide: (field) => EditorView.decorations.from(field),
});

export const editorMarks: Extension = [markField, overLimitField];
