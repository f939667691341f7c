import type { TextLimit } from '@shared/domain/manifest';
import { history, historyKeymap, standardKeymap } from '@codemirror/commands';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import { EditorView, keymap, placeholder as placeholderOf, tooltips } from '@codemirror/view';
import { useEffect, useImperativeHandle, useRef, type RefObject } from 'react';
import { styleNonce } from '@renderer/lib/csp-nonce';
import type { DraftSession } from '../model/draft-session';
import type { MentionCandidate } from '../model/mention-candidates';
import { editorMarks, setMarks, textLimits, type EditorMark } from './marks';
import { mentions } from './mentions';
import './TextEditor.css';

export interface EditorHandle {
  focus(): void;
  /** Puts text at the cursor. */
  insert(text: string): void;
}

export interface TextEditorProps {
  readonly session: DraftSession;
  readonly handle: RefObject<EditorHandle | null>;
  readonly label: string;
  readonly placeholder: string;
  /** Language of the brand, for the spell check. */
  readonly language: string;
  readonly isReadOnly: boolean;
  readonly takesFocus: boolean;
  readonly limits: readonly TextLimit[];
  readonly marks: readonly EditorMark[];
  readonly candidates: readonly MentionCandidate[];
  /** Files that were pasted or dropped; null where the network takes none. */
  readonly onFiles: ((files: readonly File[]) => void) | null;
}

/** Longest text that the core keeps as a draft, UTF-16. */
const maxDraftLength = 100_000;

const filesOf = (data: DataTransfer | null): readonly File[] => [...(data?.files ?? [])];

/** The plain-text editor of a reply: one string with offsets, which is what networks take. */
export const TextEditor = (props: TextEditorProps) => {
  const { session, handle, label, placeholder, language, isReadOnly, takesFocus, limits, marks } = props;
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const latest = useRef(props);
  const parts = useRef({ readOnly: new Compartment(), limits: new Compartment(), words: new Compartment() });

  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    if (!host.current) return;
    const { readOnly, limits: limitPart, words } = parts.current;
    const takeFiles = (files: readonly File[]): boolean => {
      const { onFiles } = latest.current;
      if (files.length === 0 || onFiles === null) return false;
      onFiles(files);
      return true;
    };
    const extensions = (): readonly Extension[] => [
      EditorView.cspNonce.of(styleNonce()),
      history(),
      tooltips({ parent: document.body, position: 'fixed' }),
      mentions(() => latest.current.candidates),
      keymap.of([
        {
          key: 'Escape',
          run: (editor) => {
            editor.contentDOM.blur();
            return true;
          },
        },
        ...standardKeymap,
        ...historyKeymap,
      ]),
      EditorView.lineWrapping,
      EditorState.changeFilter.of(
        (transaction) => !transaction.docChanged || transaction.newDoc.length <= maxDraftLength,
      ),
      editorMarks,
      limitPart.of(textLimits.of(latest.current.limits)),
      readOnly.of(readOnlyPart(latest.current.isReadOnly)),
      words.of(wordsPart(latest.current)),
      EditorView.domEventHandlers({
        paste: (event) => takeFiles(filesOf(event.clipboardData)) && (event.preventDefault(), true),
        drop: (event) => takeFiles(filesOf(event.dataTransfer)) && (event.preventDefault(), true),
        blur: () => void session.flush().catch(() => undefined),
      }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) session.type(update.state.doc.toString());
      }),
    ];
    const stateOf = (doc: string): EditorState => EditorState.create({ doc, extensions: [...extensions()] });
    const editor = new EditorView({ parent: host.current, state: stateOf(session.snapshot().text) });
    view.current = editor;
    let seen = session.snapshot().outsideChanges;
    const unsubscribe = session.subscribe(() => {
      const { text, outsideChanges } = session.snapshot();
      if (outsideChanges === seen) return;
      seen = outsideChanges;
      if (text === editor.state.doc.toString()) return;
      const hadFocus = editor.hasFocus;
      editor.setState(stateOf(text));
      editor.dispatch({ selection: { anchor: text.length } });
      if (hadFocus) editor.focus();
    });
    if (latest.current.takesFocus) focusAtEnd(editor);
    return () => {
      unsubscribe();
      view.current = null;
      editor.destroy();
    };
  }, [session]);

  useImperativeHandle(handle, () => ({
    focus: () => view.current && focusAtEnd(view.current),
    insert: (text) => {
      if (!view.current) return;
      view.current.dispatch(view.current.state.replaceSelection(text));
      view.current.focus();
    },
  }));

  useEffect(() => {
    view.current?.dispatch({ effects: parts.current.readOnly.reconfigure(readOnlyPart(isReadOnly)) });
  }, [isReadOnly]);
  useEffect(() => {
    view.current?.dispatch({ effects: parts.current.limits.reconfigure(textLimits.of(limits)) });
  }, [limits]);
  useEffect(() => {
    view.current?.dispatch({ effects: parts.current.words.reconfigure(wordsPart({ label, placeholder, language })) });
  }, [label, language, placeholder]);
  useEffect(() => {
    view.current?.dispatch({ effects: setMarks.of(marks) });
  }, [marks]);
  useEffect(() => {
    if (takesFocus && view.current) focusAtEnd(view.current);
  }, [takesFocus]);

  return <div ref={host} className="reply-editor" data-selectable />;
};

const focusAtEnd = (editor: EditorView): void => {
  editor.focus();
  if (editor.state.selection.main.head === 0) editor.dispatch({ selection: { anchor: editor.state.doc.length } });
};

/** Not to be written in, and yet it keeps the focus: letters typed here must not become commands of the window. */
const readOnlyPart = (isReadOnly: boolean): Extension => EditorState.readOnly.of(isReadOnly);

const wordsPart = (words: Pick<TextEditorProps, 'label' | 'placeholder' | 'language'>): Extension => [
  placeholderOf(words.placeholder),
  EditorView.contentAttributes.of({
    'aria-label': words.label,
    'aria-multiline': 'true',
    'aria-keyshortcuts': 'r',
    spellcheck: 'true',
    autocorrect: 'off',
    lang: words.language,
  }),
];
