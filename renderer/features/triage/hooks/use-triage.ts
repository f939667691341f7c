import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorToast } from '@renderer/hooks/use-error-toast';
import { offerUndo } from '@renderer/hooks/use-undo-toast';
import { advanceFrom } from '@renderer/lib/advance';
import { useCore } from '@renderer/lib/core-context';
import { useTriageTarget } from '@renderer/lib/triage-target';
import { useUiState, type OpenConversation } from '@renderer/lib/ui-state';
import { groupTargets, type TargetGroup } from '../model/targets';

/** One change, asked of the core for one workspace; what undoes it. */
type Change = (group: TargetGroup) => Promise<{ readonly undoId: string | null }>;

export interface Triage {
  /** The conversations that the next key is about. */
  targets(): readonly OpenConversation[];
  /** Changes them, takes the marks off, says what was done and offers to take it back. */
  run(message: string, change: Change, options?: { readonly leavesList?: boolean }): void;
}

/** What a triage key acts on, right now: marked rows, else the open conversation, else the row under the cursor. */
export const currentTargets = (): readonly OpenConversation[] => {
  const { marked, cursor } = useTriageTarget.getState();
  if (marked.length > 0) return marked;
  const { conversation } = useUiState.getState();
  const one = conversation ?? cursor;
  return one === null ? [] : [one];
};

/** Runs changes over conversations of one or several brands, with one undo for all of them. */
export const useTriage = (): Triage => {
  const core = useCore();
  const { t } = useTranslation();
  const showError = useErrorToast();
  const run = useCallback<Triage['run']>(
    (message, change, { leavesList = false } = {}) => {
      const targets = currentTargets();
      if (targets.length === 0) return;
      const groups = groupTargets(targets);
      const work = async (): Promise<void> => {
        const answers = await Promise.all(
          groups.map(async (group) => ({ workspaceId: group.workspaceId, undoId: (await change(group)).undoId })),
        );
        const undoable = answers.flatMap(({ workspaceId, undoId }) =>
          undoId === null ? [] : [{ workspaceId, undoId }],
        );
        const undo = (): void =>
          void Promise.all(undoable.map((each) => core.call('conversations.undo', each))).catch(showError);
        offerUndo({
          id: `triage-${undoable[0]?.undoId ?? message}`,
          message,
          closeLabel: t('common.close'),
          undo: undoable.length > 0 ? undo : null,
        });
        useTriageTarget.getState().setMarked([]);
        if (leavesList) advanceFrom(targets);
      };
      work().catch(showError);
    },
    [core, showError, t],
  );
  return { targets: currentTargets, run };
};
