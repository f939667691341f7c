import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useMayWork } from '@renderer/hooks/use-may-work';
import { useCommands } from '@renderer/lib/commands';
import { useCore } from '@renderer/lib/core-context';
import { useTriageTarget } from '@renderer/lib/triage-target';
import { coreKey } from '@renderer/lib/use-core';
import { currentTargets, useTriage } from './hooks/use-triage';

const AssignDialog = lazy(() => import('./components/AssignDialog').then((part) => ({ default: part.AssignDialog })));
const LabelDialog = lazy(() => import('./components/LabelDialog').then((part) => ({ default: part.LabelDialog })));
const SnoozeDialog = lazy(() => import('./components/SnoozeDialog').then((part) => ({ default: part.SnoozeDialog })));

/** Keys and dialogs that move conversations on: resolve, snooze, assign, label, unread. */
export const Triage = () => {
  const { t } = useTranslation();
  const core = useCore();
  const cache = useQueryClient();
  const triage = useTriage();
  const dialog = useTriageTarget((state) => state.dialog);
  const setDialog = useTriageTarget((state) => state.setDialog);
  const mayWork = useMayWork();
  const hasTarget = (): boolean => mayWork && currentTargets().length > 0;

  /** Whether everything in question is resolved already, as far as this window knows: then the key opens it again. */
  const areResolved = async (): Promise<boolean> => {
    const targets = currentTargets();
    const one = targets.length === 1 ? targets[0] : undefined;
    if (!one) return false;
    const conversation = await cache.ensureQueryData({
      queryKey: coreKey('conversations.get', one),
      queryFn: () => core.call('conversations.get', one),
    });
    return conversation.status === 'resolved';
  };
  const setStatus = (status: 'open' | 'pending' | 'resolved'): void => {
    const count = currentTargets().length;
    triage.run(
      t(`triage.done.${status}`, { count }),
      ({ workspaceId, conversationIds }) =>
        core.call('conversations.setStatus', { workspaceId, conversationIds: [...conversationIds], status }),
      { leavesList: status === 'resolved' },
    );
  };
  const resolve = (): void => {
    areResolved().then(
      (isOpenAgain) => setStatus(isOpenAgain ? 'open' : 'resolved'),
      () => setStatus('resolved'),
    );
  };
  const markUnread = (): void =>
    triage.run(t('triage.done.unread', { count: currentTargets().length }), ({ workspaceId, conversationIds }) =>
      core.call('conversations.markUnread', { workspaceId, conversationIds: [...conversationIds] }),
    );
  const ask = (name: 'assign' | 'snooze' | 'labels') => () => setDialog(name);
  useCommands([
    {
      id: 'thread.resolve',
      titleKey: 'triage.resolve',
      group: 'conversation',
      keys: ['e'],
      when: hasTarget,
      run: resolve,
    },
    {
      id: 'thread.pending',
      titleKey: 'triage.pending',
      group: 'conversation',
      keys: ['p'],
      when: hasTarget,
      run: () => setStatus('pending'),
    },
    {
      id: 'thread.snooze',
      titleKey: 'triage.snooze',
      group: 'conversation',
      keys: ['s'],
      when: hasTarget,
      run: ask('snooze'),
    },
    {
      id: 'thread.assign',
      titleKey: 'triage.assign',
      group: 'conversation',
      keys: ['a'],
      when: hasTarget,
      run: ask('assign'),
    },
    {
      id: 'thread.label',
      titleKey: 'triage.label',
      group: 'conversation',
      keys: ['l'],
      when: hasTarget,
      run: ask('labels'),
    },
    {
      id: 'thread.unread',
      titleKey: 'triage.unread',
      group: 'conversation',
      keys: ['u'],
      when: hasTarget,
      run: markUnread,
    },
  ]);
  const close = (): void => setDialog(null);
  return (
    <Suspense fallback={null}>
      {dialog === 'assign' && <AssignDialog triage={triage} onClose={close} />}
      {dialog === 'snooze' && <SnoozeDialog triage={triage} onClose={close} />}
      {dialog === 'labels' && <LabelDialog triage={triage} onClose={close} />}
    </Suspense>
  );
};
