import type { Draft } from '@shared/contract/views';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { draftAsSeen } from '@renderer/features/composer/model/draft-as-seen';
import { createDraftSession, type DraftCalls } from '@renderer/features/composer/model/draft-session';

const binding = { workspaceId: 'w1', conversationId: 'c1', accountId: 'a1' };
let clock = 0;
const aDraft = (text: string, more: Partial<Draft> = {}): Draft => ({
  id: 'd1',
  ...binding,
  replyToMessageId: null,
  text,
  attachments: [],
  updatedAt: (clock += 1),
  ...more,
});

/** A core that answers when it is told to, and remembers what it was asked to keep. */
const aCore = () => {
  const saved: string[] = [];
  const waiting: { answer: () => void; fail: (error: Error) => void }[] = [];
  let isDirect = true;
  const calls: DraftCalls = {
    save: (text, replyToMessageId) =>
      new Promise((resolve, reject) => {
        const answer = (): void => {
          saved.push(text);
          resolve(aDraft(text, { replyToMessageId }));
        };
        if (isDirect) answer();
        else waiting.push({ answer, fail: reject });
      }),
    discard: () => {
      saved.push('');
      return Promise.resolve();
    },
  };
  return { calls, saved, waiting, answersLate: () => (isDirect = false), answersAtOnce: () => (isDirect = true) };
};

const anOpenSession = (core: ReturnType<typeof aCore>, draft: Draft | null = null) => {
  const session = createDraftSession(binding, core.calls);
  session.receive(draft);
  return session;
};

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('a draft being written', () => {
  it('is saved a moment after the last key, once for a run of keys', async () => {
    const core = aCore();
    const session = anOpenSession(core);
    for (const text of ['M', 'Me', 'Mer']) session.type(text);
    expect(core.saved).toEqual([]);
    await vi.advanceTimersByTimeAsync(400);
    expect(core.saved).toEqual(['Mer']);
    expect(session.snapshot().save).toBe('saved');
  });

  it('puts what was typed before the draft was read behind it, and saves nothing until then', async () => {
    const core = aCore();
    const session = createDraftSession(binding, core.calls);
    session.type(' and early');
    await vi.advanceTimersByTimeAsync(1000);
    expect(core.saved).toEqual([]);
    expect(session.hasUnsaved()).toBe(true);
    session.receive(aDraft('what was there'));
    expect(session.snapshot().text).toBe('what was there and early');
    await vi.advanceTimersByTimeAsync(400);
    expect(core.saved).toEqual(['what was there and early']);
  });

  it('says when it was read, also where that failed', async () => {
    const session = createDraftSession(binding, aCore().calls);
    const read = session.whenRead();
    session.receive(null);
    await expect(read).resolves.toBeUndefined();
    await expect(session.whenRead()).resolves.toBeUndefined();
    const broken = createDraftSession(binding, aCore().calls);
    const failing = broken.whenRead();
    broken.fail(new Error('storage'));
    await expect(failing).rejects.toThrow('storage');
  });

  it('is saved at once when the window loses the focus or the conversation is left', async () => {
    const core = aCore();
    const session = anOpenSession(core);
    session.type('Merhaba');
    await session.flush();
    expect(core.saved).toEqual(['Merhaba']);
  });

  it('is thrown away in the core when it is emptied, so that no empty draft stays', async () => {
    const core = aCore();
    const session = anOpenSession(core, aDraft('Merhaba'));
    session.type('');
    await session.flush();
    expect(core.saved).toEqual(['']);
    expect(session.snapshot().draft).toBeNull();
  });

  it('saves what was typed during a save after it, and never two at a time', async () => {
    const core = aCore();
    core.answersLate();
    const session = anOpenSession(core);
    session.type('one');
    const first = session.flush();
    session.type('one two');
    const second = session.flush();
    expect(core.waiting).toHaveLength(1);
    core.answersAtOnce();
    core.waiting[0]?.answer();
    await Promise.all([first, second]);
    expect(core.saved).toEqual(['one', 'one two']);
  });

  it('keeps the text and tries again when it could not be saved', async () => {
    const core = aCore();
    core.answersLate();
    const session = anOpenSession(core);
    session.type('precious');
    const flushed = session.flush();
    core.waiting[0]?.fail(new Error('disk full'));
    await expect(flushed).rejects.toThrow('disk full');
    expect(session.snapshot()).toMatchObject({ text: 'precious', save: 'failed' });
    expect(session.hasUnsaved()).toBe(true);
    core.answersAtOnce();
    await vi.advanceTimersByTimeAsync(5000);
    expect(core.saved).toEqual(['precious']);
  });

  it('does not take the echo of its own save for news, however late it comes', async () => {
    const core = aCore();
    const session = anOpenSession(core);
    session.type('one');
    await session.flush();
    session.type('one two');
    session.receive(aDraft('one'));
    expect(session.snapshot()).toMatchObject({ text: 'one two', otherText: null });
  });

  it('takes over what another window wrote while nothing was typed here', () => {
    const session = anOpenSession(aCore(), aDraft('mine'));
    session.receive(aDraft('theirs'));
    expect(session.snapshot().text).toBe('theirs');
  });

  it('mixes nothing in while it is typed: the other text is offered', () => {
    const session = anOpenSession(aCore(), aDraft('mine'));
    session.type('mine, longer');
    session.receive(aDraft('theirs'));
    expect(session.snapshot()).toMatchObject({ text: 'mine, longer', otherText: 'theirs' });
  });

  it('is empty after it was sent, and takes the text back when the reply is recalled', async () => {
    const core = aCore();
    const session = anOpenSession(core);
    session.type('Merhaba');
    await session.flush();
    session.sent('Merhaba');
    expect(session.snapshot()).toMatchObject({ text: '', draft: null });
    expect(session.hasUnsaved()).toBe(false);
    session.receive(aDraft('Merhaba'));
    expect(session.snapshot().text).toBe('Merhaba');
  });

  it('keeps what was typed while it was being sent as the next draft', async () => {
    const core = aCore();
    const session = anOpenSession(core);
    session.type('Merhaba');
    await session.flush();
    session.type('Merhaba, one more');
    session.sent('Merhaba');
    expect(session.snapshot().text).toBe(', one more');
    await vi.advanceTimersByTimeAsync(400);
    expect(core.saved.at(-1)).toBe(', one more');
  });

  it('is sent where Send was pressed before it was read, and nothing stood there', async () => {
    const session = createDraftSession(binding, aCore().calls);
    session.type('Merhaba');
    const sending = draftAsSeen(session, binding);
    session.receive(null);
    await expect(sending).resolves.toEqual({ draftId: 'd1', text: 'Merhaba' });
  });

  it('is not sent with words that nobody has seen, when it is read after Send was pressed', async () => {
    const session = createDraftSession(binding, aCore().calls);
    session.type(' and early');
    const sending = draftAsSeen(session, binding);
    session.receive(aDraft('what was there'));
    await expect(sending).rejects.toMatchObject({ error: { code: 'conflict', reason: 'draft_changed' } });
  });

  it('is not sent for another account than it is bound to', async () => {
    const session = anOpenSession(aCore());
    session.type('Merhaba');
    await expect(draftAsSeen(session, { ...binding, accountId: 'a2' })).rejects.toMatchObject({
      error: { reason: 'draft_changed' },
    });
  });

  it('loses no text, whatever the order of keys, pauses, failures and echoes', async () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('type' as const), text: fc.string({ maxLength: 6 }) }),
      fc.record({ kind: fc.constantFrom('wait' as const, 'flush' as const, 'echo' as const, 'fail' as const) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        let kept: Draft | null = null;
        let isFailing = false;
        const session = createDraftSession(binding, {
          save: (text, replyToMessageId) => {
            if (isFailing) return Promise.reject(new Error('storage'));
            kept = aDraft(text, { replyToMessageId });
            return Promise.resolve(kept);
          },
          discard: () => {
            if (isFailing) return Promise.reject(new Error('storage'));
            kept = null;
            return Promise.resolve();
          },
        });
        session.receive(null);
        let typed = '';
        for (const each of steps) {
          if (each.kind === 'type') session.type((typed = each.text));
          else if (each.kind === 'wait') await vi.advanceTimersByTimeAsync(350);
          else if (each.kind === 'flush') await session.flush().catch(() => undefined);
          else if (each.kind === 'fail') isFailing = !isFailing;
          else session.receive(kept);
          expect(session.snapshot().text).toBe(typed);
        }
        isFailing = false;
        await session.flush().catch(() => undefined);
        await vi.advanceTimersByTimeAsync(10_000);
        expect((kept as Draft | null)?.text ?? '').toBe(typed);
      }),
    );
  });
});
