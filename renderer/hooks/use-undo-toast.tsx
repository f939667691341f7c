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
}

/** The newest undo, for Ctrl+Z. */
export const useLastUndo = create<UndoStack>()(() => ({ last: null }));

/** Says what was done and offers to take it back. */
export const useUndoToast = (): ((toast: UndoToast) => void) => {
  const core = useCore();
  const { t } = useTranslation();
  return useCallback(
    ({ message, workspaceId, undoId, onUndone }) => {
      const id = `undo-${undoId ?? message}`;
      const undo = (): void => {
        if (undoId === null) return;
        notifications.hide(id);
        useLastUndo.setState((state) => (state.last === undo ? { last: null } : state));
        core.call('conversations.undo', { workspaceId, undoId }).then(
          () => onUndone?.(),
          (error: unknown) => notifications.show({ color: 'red', message: errorText(t, error) }),
        );
      };
      if (undoId !== null) useLastUndo.setState({ last: undo });
      notifications.show({
        id,
        message: <UndoMessage message={message} onUndo={undoId === null ? null : undo} />,
        autoClose: shownMs,
        withCloseButton: true,
        closeButtonProps: { 'aria-label': t('common.close') },
      });
    },
    [core, t],
  );
};
