import { useTranslation } from 'react-i18next';
import { useAgency, useStaff } from '@renderer/hooks/use-agency';
import { useCore } from '@renderer/lib/core-context';
import { currentTargets, type Triage } from '../hooks/use-triage';
import { Chooser, type Choice } from './Chooser';

export interface TriageDialogProps {
  readonly triage: Triage;
  readonly onClose: () => void;
}

const nobody = 'nobody';

/** Who takes care of it: me first, then the others who may work for these brands, then nobody. */
export const AssignDialog = ({ triage, onClose }: TriageDialogProps) => {
  const { t } = useTranslation();
  const core = useCore();
  const me = useAgency()?.actingStaff;
  const staff = useStaff();
  const targets = currentTargets();
  const mayTake = (workspaceIds: readonly string[] | null): boolean =>
    workspaceIds === null || targets.every((target) => workspaceIds.includes(target.workspaceId));
  const others = staff.filter(
    (member) => member.isActive && member.id !== me?.id && member.role !== 'observer' && mayTake(member.workspaceIds),
  );
  const choices: readonly Choice[] = [
    ...(me && me.role !== 'observer' ? [{ id: me.id, label: t('triage.me', { name: me.name }) }] : []),
    ...others.map((member) => ({ id: member.id, label: member.name, hint: t(`common.roles.${member.role}`) })),
    { id: nobody, label: t('triage.nobody') },
  ];
  const choose = (id: string): void => {
    const staffId = id === nobody ? null : id;
    const name = staff.find((member) => member.id === staffId)?.name ?? '';
    triage.run(
      staffId === null
        ? t('triage.done.unassigned', { count: targets.length })
        : t('triage.done.assigned', { count: targets.length, name }),
      ({ workspaceId, conversationIds }) =>
        core.call('conversations.assign', { workspaceId, conversationIds: [...conversationIds], staffId }),
    );
    onClose();
  };
  return (
    <Chooser
      title={t('triage.assignTitle', { count: targets.length })}
      placeholder={t('triage.assignSearch')}
      choices={choices}
      empty={t('triage.noStaff')}
      onChoose={choose}
      onClose={onClose}
    />
  );
};
