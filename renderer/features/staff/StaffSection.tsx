import { Button } from '@mantine/core';
import type { StaffMember, Workspace } from '@shared/contract/views';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '@renderer/components/Avatar';
import { ErrorState } from '@renderer/components/ErrorState';
import { SectionHead } from '@renderer/components/FormRow';
import { Skeleton } from '@renderer/components/Skeleton';
import { useAgency, useWorkspaces } from '@renderer/hooks/use-agency';
import { useErrorToast } from '@renderer/hooks/use-error-toast';
import { useCore } from '@renderer/lib/core-context';
import { useCoreQuery } from '@renderer/lib/use-core';
import { useFormat } from '@renderer/lib/use-format';
import { useQueryClient } from '@tanstack/react-query';
import { StaffForm } from './components/StaffForm';
import classes from './Staff.module.css';

/** Who works here, in which role and for which brands, and who sits at this window. */
export const StaffSection = () => {
  const { t } = useTranslation();
  const core = useCore();
  const cache = useQueryClient();
  const showError = useErrorToast();
  const agency = useAgency();
  const workspaces = useWorkspaces();
  const staff = useCoreQuery('agency.listStaff', {});
  const [editing, setEditing] = useState<string | null>(null);
  if (staff.isError) return <ErrorState error={staff.error} onRetry={() => void staff.refetch()} />;
  if (!staff.data || !agency) return <Skeleton rows={4} />;
  // Who acts changes what every screen may show, so everything is asked again.
  const actAs = (staffId: string): void =>
    void core.call('agency.actAs', { staffId }).then(() => cache.invalidateQueries(), showError);
  return (
    <>
      <SectionHead title={t('settings.staff')}>{t('staff.trust')}</SectionHead>
      <ul className={classes.list} aria-label={t('settings.staff')}>
        {staff.data.map((member) =>
          editing === member.id ? (
            <li key={member.id}>
              <StaffForm member={member} onClose={() => setEditing(null)} />
            </li>
          ) : (
            <StaffRow
              key={member.id}
              member={member}
              workspaces={workspaces}
              sitsHere={member.id === agency.actingStaff.id}
              onSit={() => actAs(member.id)}
              onEdit={() => setEditing(member.id)}
            />
          ),
        )}
      </ul>
      {editing === 'new' ? (
        <StaffForm member={null} onClose={() => setEditing(null)} />
      ) : (
        <div className={classes.foot}>
          <Button variant="default" onClick={() => setEditing('new')}>
            {t('staff.add')}
          </Button>
        </div>
      )}
    </>
  );
};

interface StaffRowProps {
  readonly member: StaffMember;
  readonly workspaces: readonly Workspace[];
  readonly sitsHere: boolean;
  readonly onSit: () => void;
  readonly onEdit: () => void;
}

const StaffRow = ({ member, workspaces, sitsHere, onSit, onEdit }: StaffRowProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const names = workspaces
    .filter((workspace) => member.workspaceIds?.includes(workspace.id) === true)
    .map((workspace) => workspace.name);
  const brands = member.workspaceIds === null ? t('staff.allBrands') : format.list(names) || t('staff.noBrands');
  return (
    <li className={classes.row}>
      <Avatar name={member.name} size={30} />
      <span className={classes.words}>
        <strong>{member.name}</strong>
        <span className={classes.quiet}>
          {t(`common.roles.${member.role}`)} · {brands}
          {!member.isActive && ` · ${t('staff.inactive')}`}
        </span>
      </span>
      {sitsHere ? (
        <span className={classes.here}>{t('staff.sitsHere')}</span>
      ) : (
        member.isActive && (
          <Button variant="default" aria-label={t('staff.sitNamed', { name: member.name })} onClick={onSit}>
            {t('staff.sit')}
          </Button>
        )
      )}
      <Button variant="default" aria-label={t('staff.editNamed', { name: member.name })} onClick={onEdit}>
        {t('common.edit')}
      </Button>
    </li>
  );
};
