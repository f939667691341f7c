import type { Draft } from '@shared/contract/views';

/** What a draft belongs to, for its whole life. A session never changes it: another conversation is another session. */
export interface DraftBinding {
  readonly workspaceId: string;
  readonly conversationId: string;
  readonly accountId: string;
}

type SaveState = 'loading' | 'saved' | 'unsaved' | 'saving' | 'failed';

export interface DraftSnapshot {
  readonly text: string;
  readonly save: SaveState;
  readonly saveError: unknown;
  /** The draft as the core keeps it; null before the first save and after it was sent or thrown away. */
  readonly draft: Draft | null;
  readonly replyToMessageId: string | null;
  /** Text written to the same draft in another window while this one was being typed in. Never mixed in by itself. */
  readonly otherText: string | null;
  /** Grows when the text was set from outside the editor, so that the editor takes it over. */
  readonly outsideChanges: number;
}

export interface DraftCalls {
  save(text: string, replyToMessageId: string | null): Promise<Draft>;
  discard(): Promise<unknown>;
}

export interface DraftSession {
  readonly binding: DraftBinding;
  snapshot(): DraftSnapshot;
  subscribe(listener: () => void): () => void;
  /** The draft as the core has it: on opening, and after every change that the core reports. */
  receive(draft: Draft | null): void;
  /** What the person typed; saved a moment later. Typed before the draft was read, it stands behind the draft's text. */
  type(text: string): void;
  /** Sets the text from outside the editor: an emoji, the other window's version. */
  replace(text: string): void;
  answerTo(messageId: string | null): void;
  /** The draft with its images as the core has them now; the text stays what is being typed. */
  adopt(draft: Draft): void;
  dropOtherText(): void;
  /** Saves now what is not saved yet. Rejects where that fails; the text stays. */
  flush(): Promise<void>;
  /** The draft became a reply on its way: its text goes, and what was typed since stays as the next draft. */
  sent(text: string): void;
  hasUnsaved(): boolean;
  /** Ends when the draft was read; rejects where that failed. */
  whenRead(): Promise<void>;
  /** The draft could not be read: nothing is typed over what may be there. */
  fail(error: unknown): void;
}

/** Rest after a key before the text is saved, ms. */
const restMs = 300;
/** Own texts remembered, so that a late echo is known. */
const ownTextsKept = 20;
/** Wait before a failed save is tried again, ms. */
const retryMs = 3000;

/** Keeps one conversation's draft: saves while it is typed, one save at a time, and never loses a text that could not be saved. */
export const createDraftSession = (binding: DraftBinding, calls: DraftCalls): DraftSession => {
  let state: DraftSnapshot = {
    text: '',
    save: 'loading',
    saveError: null,
    draft: null,
    replyToMessageId: null,
    otherText: null,
    outsideChanges: 0,
  };
  let savedText = '';
  let savedReplyTo: string | null = null;
  /** Texts that went to the core lately: their echo is not news. */
  let ownTexts: readonly string[] = [];
  let running: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const listeners = new Set<() => void>();

  const set = (change: Partial<DraftSnapshot>): void => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  const isDirty = (): boolean => state.text !== savedText || state.replyToMessageId !== savedReplyTo;
  const plan = (delayMs: number): void => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => void flush().catch(() => undefined), delayMs);
  };

  const write = async (): Promise<void> => {
    while (isDirty()) {
      const { text, replyToMessageId, draft } = state;
      const isEmpty = text === '' && (draft === null || draft.attachments.length === 0);
      set({ save: 'saving', saveError: null });
      ownTexts = [...ownTexts.slice(-ownTextsKept), text];
      if (isEmpty) {
        if (draft !== null) await calls.discard();
        set({ draft: null });
      } else {
        set({ draft: await calls.save(text, replyToMessageId) });
      }
      savedText = text;
      savedReplyTo = replyToMessageId;
    }
    set({ save: 'saved' });
  };

  const flush = (): Promise<void> => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (running) return running.then(() => (isDirty() ? flush() : undefined));
    if (!isDirty() || state.save === 'loading') return Promise.resolve();
    running = write()
      .catch((error: unknown) => {
        set({ save: 'failed', saveError: error });
        plan(retryMs);
        throw error;
      })
      .finally(() => {
        running = null;
      });
    return running;
  };

  const whenRead = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (state.save === 'loading' && state.saveError === null) return;
        listeners.delete(look);
        if (state.save === 'loading') reject(state.saveError);
        else resolve();
      };
      listeners.add(look);
      look();
    });

  const takeOver = (draft: Draft | null): void => {
    const text = draft?.text ?? '';
    savedText = text;
    savedReplyTo = draft?.replyToMessageId ?? null;
    ownTexts = [];
    set({
      text,
      replyToMessageId: savedReplyTo,
      draft,
      save: 'saved',
      otherText: null,
      outsideChanges: state.outsideChanges + 1,
    });
  };

  const receive = (draft: Draft | null): void => {
    const text = draft?.text ?? '';
    if (state.save === 'loading') {
      const early = state.text;
      takeOver(draft);
      if (early !== '') replace(text + early);
      return;
    }
    const isOlder = draft !== null && state.draft !== null && draft.updatedAt < state.draft.updatedAt;
    if (running !== null || isOlder) return;
    if (text === savedText || ownTexts.includes(text)) {
      if (draft !== null) set({ draft });
      return;
    }
    if (isDirty()) set({ otherText: text === state.text ? null : text, draft: draft ?? state.draft });
    else takeOver(draft);
  };

  const changed = (): void => {
    if (state.save !== 'loading' && state.save !== 'saving') set({ save: isDirty() ? 'unsaved' : 'saved' });
    if (isDirty() && state.save !== 'loading') plan(restMs);
  };

  const replace = (text: string): void => {
    set({ text, outsideChanges: state.outsideChanges + 1 });
    changed();
  };

  return {
    binding,
    snapshot: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    receive,
    type: (text) => {
      if (text === state.text) return;
      state = { ...state, text };
      changed();
      set({});
    },
    replace: (text) => {
      if (state.save !== 'loading') replace(text);
    },
    answerTo: (replyToMessageId) => {
      set({ replyToMessageId });
      changed();
    },
    adopt: (draft) => {
      if (state.draft === null && savedText === '') savedText = draft.text;
      set({ draft });
    },
    dropOtherText: () => set({ otherText: null }),
    flush,
    sent: (text) => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      const typed = state.text;
      takeOver(null);
      if (typed !== text) replace(typed.startsWith(text) ? typed.slice(text.length) : typed);
    },
    fail: (error) => {
      if (state.save === 'loading') set({ saveError: error });
    },
    whenRead,
    hasUnsaved: () => isDirty() || running !== null,
  };
};
