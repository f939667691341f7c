import type { InputOf, OutputOf } from '@shared/contract/index';
import type { ChannelAccount } from '@shared/contract/views';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useCore } from '@renderer/lib/core-context';
import { shell } from '@renderer/lib/shell';
import { useCoreEvent } from '@renderer/lib/use-core';

export type SignInProgress =
  | { readonly state: 'form'; readonly error: unknown }
  | { readonly state: 'starting' }
  /** The browser is open; nothing is left to do here but to wait or give up. */
  | { readonly state: 'browser'; readonly signInId: string; readonly url: string }
  | { readonly state: 'failed'; readonly reason: string; readonly message: string }
  | { readonly state: 'done'; readonly account: ChannelAccount };

const blank: SignInProgress = { state: 'form', error: null };

export interface SignIn {
  readonly progress: SignInProgress;
  begin(input: InputOf<'channels.beginSignIn'>): void;
  /** Opens the browser's page once more. */
  reopen(): void;
  /** Gives up what is under way and shows the form again. */
  cancel(): void;
}

const after = (status: OutputOf<'channels.signInStatus'>): SignInProgress | null => {
  if (status.state === 'waiting') return null;
  return status.state === 'done' ? { state: 'done', account: status.account } : { ...status };
};

/** One sign-in from its first step to its end. Closing the dialog gives up what waits in the browser. */
export const useSignIn = (): SignIn => {
  const core = useCore();
  const [progress, setProgress] = useState<SignInProgress>(blank);
  const waiting = useRef<string | null>(null);

  const giveUp = useCallback((): void => {
    const signInId = waiting.current;
    waiting.current = null;
    // Nothing to show: the person has left, and the core ends a forgotten sign-in by itself.
    if (signInId !== null) core.call('channels.cancelSignIn', { signInId }).catch(() => undefined);
  }, [core]);
  useEffect(() => giveUp, [giveUp]);

  const look = useCallback(
    async (signInId: string): Promise<void> => {
      const status = await core
        .call('channels.signInStatus', { signInId })
        .catch((error: unknown): OutputOf<'channels.signInStatus'> => ({
          state: 'failed',
          reason: 'unknown',
          message: String(error),
        }));
      const next = after(status);
      if (next === null || waiting.current !== signInId) return;
      waiting.current = null;
      setProgress(next);
    },
    [core],
  );
  useCoreEvent('signIn:changed', ({ signInId }) => {
    if (signInId === waiting.current) void look(signInId);
  });

  return {
    progress,
    begin: (input) => {
      setProgress({ state: 'starting' });
      core.call('channels.beginSignIn', input).then(
        (step) => {
          if (step.state === 'done') {
            setProgress({ state: 'done', account: step.account });
            return;
          }
          waiting.current = step.signInId;
          setProgress({ state: 'browser', signInId: step.signInId, url: step.url });
          void shell().openSignIn(step.url);
          // The answer may have come between the step and this moment.
          void look(step.signInId);
        },
        (error: unknown) => setProgress({ state: 'form', error }),
      );
    },
    reopen: () => {
      if (progress.state === 'browser') void shell().openSignIn(progress.url);
    },
    cancel: () => {
      giveUp();
      setProgress(blank);
    },
  };
};
