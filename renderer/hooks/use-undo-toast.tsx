import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { create } from 'zustand';
import { UndoMessage } from '@renderer/components/UndoMessage';
import { useCore } from '@renderer/lib/core-context';
import { errorText } from '@renderer/lib/error-text';

/** Time a toast with an undo stays; resting the pointer or the focus on it holds it. */
const shownMs = 8_000;

export interface UndoToast {
  /** What was done, translated: "Resolved". */
  readonly message: string;
  readonly workspaceId: string;
  /** From the operation's answer; null shows the message alone. */
  readonly undoId: string | null;
  /** Runs after the undo went through, for what only this window knows. */
  readonly onUndone?: () => void;
}

interface UndoStack {
  readonly last: (() => void) | null;
  /** The toast on screen that offers an undo; the next one takes its place. */
  readonly toastId: string | null;
}

/** The newest undo, for Ctrl+Z. */
export const useLastUndo = create<UndoStack>()(() => ({ last: null, toastId: null }));

export interface OfferedUndo {
  readonly id: string;
  readonly message: string;
  readonly closeLabel: string;
  /** Null: there is nothing to take back. */
  readonly undo: (() => void) | null;
}

/** Shows one toast with an undo in the place of the last one, so that they do not pile up over what is being written. */
export const offerUndo = ({ id, message, closeLabel, undo }: OfferedUndo): void => {
  const { toastId, last } = useLastUndo.getState();
  if (toastId !== null && toastId !== id) notifications.hide(toastId);
  const takeBack =
    undo &&
    ((): void => {
      notifications.hide(id);
      useLastUndo.setState((state) => (state.last === takeBack ? { last: null } : state));
      undo();
    });
  useLastUndo.setState({ last: takeBack ?? last, toastId: id });
  notifications.show({
    id,
    message: <UndoMessage message={message} onUndo={takeBack} />,
    autoClose: shownMs,
    withCloseButton: true,
    closeButtonProps: { 'aria-label': closeLabel },
  });
};

/** Says what was done and offers to take it back. */
export const useUndoToast = (): ((toast: UndoToast) => void) => {
  const core = useCore();
  const { t } = useTranslation();
  return useCallback(
    ({ message, workspaceId, undoId, onUndone }) => {
      const undo =
        undoId === null
          ? null
          : (): void => {
              core.call('conversations.undo', { workspaceId, undoId }).then(
                () => onUndone?.(),
                (error: unknown) => notifications.show({ color: 'red', message: errorText(t, error) }),
              );
            };
      offerUndo({ id: `undo-${undoId ?? message}`, message, closeLabel: t('common.close'), undo });
    },
    [core, t],
  );
};
