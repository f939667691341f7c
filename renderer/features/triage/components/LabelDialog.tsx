import { IconCheck } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCore } from '@renderer/lib/core-context';
import { useCoreQuery } from '@renderer/lib/use-core';
import { currentTargets } from '../hooks/use-triage';
import type { TriageDialogProps } from './AssignDialog';
import { Chooser } from './Chooser';

/** Labels by name: Enter puts one on or takes it off, a name that is not there makes a new label. */
export const LabelDialog = ({ triage, onClose }: TriageDialogProps) => {
  const { t } = useTranslation();
  const core = useCore();
  const [targets] = useState(currentTargets);
  const first = targets[0] ?? { workspaceId: '', conversationId: '' };
  const known = useCoreQuery('conversations.listLabels', { workspaceId: first.workspaceId }).data;
  const conversation = useCoreQuery('conversations.get', first, { isEnabled: targets.length === 1 }).data;
  const worn = useMemo(() => new Set(conversation?.labels.map((label) => label.name)), [conversation]);
  const choose = (name: string): void => {
    const isOn = targets.length === 1 && worn.has(name);
    triage.run(
      t(isOn ? 'triage.done.unlabelled' : 'triage.done.labelled', { count: targets.length, name }),
      ({ workspaceId, conversationIds }) =>
        core.call('conversations.setLabels', {
          workspaceId,
          conversationIds: [...conversationIds],
          add: isOn ? [] : [name],
          remove: isOn ? [name] : [],
        }),
    );
    onClose();
  };
  return (
    <Chooser
      title={t('triage.labelTitle', { count: targets.length })}
      placeholder={t('triage.labelSearch')}
      choices={(known ?? []).map((label) => ({
        id: label.name,
        label: label.name,
        isOn: worn.has(label.name),
        mark: <IconCheck size={14} aria-hidden="true" visibility={worn.has(label.name) ? 'visible' : 'hidden'} />,
      }))}
      makeChoice={(typed) =>
        typed.length > 40
          ? null
          : {
              id: typed,
              label: t('triage.makeLabel', { name: typed }),
              isOn: false,
              mark: <IconCheck size={14} visibility="hidden" />,
            }
      }
      empty={t('triage.noLabels')}
      onChoose={choose}
      onClose={onClose}
    />
  );
};
