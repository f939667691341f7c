import { Button, MultiSelect, SegmentedControl, Switch, TextInput } from '@mantine/core';
import type { StaffMember } from '@shared/contract/views';
import { staffRoles } from '@shared/domain/conversation';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { FormRow } from '@renderer/components/FormRow';
import { useWorkspaces } from '@renderer/hooks/use-agency';
import { errorText } from '@renderer/lib/error-text';
import { useCoreMutation } from '@renderer/lib/use-core';
import classes from '../Staff.module.css';

export interface StaffFormProps {
  /** Null adds a person. */
  readonly member: StaffMember | null;
  readonly onClose: () => void;
}

/** Name, role and brands of one person. */
export const StaffForm = ({ member, onClose }: StaffFormProps) => {
  const { t } = useTranslation();
  const id = useId();
  const workspaces = useWorkspaces();
  const save = useCoreMutation('agency.saveStaff');
  const [form, setForm] = useState({
    name: member?.name ?? '',
    role: member?.role ?? ('agent' as const),
    workspaceIds: member?.workspaceIds ?? null,
    isActive: member?.isActive ?? true,
  });
  const set = (change: Partial<typeof form>): void => setForm((before) => ({ ...before, ...change }));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate({ ...form, ...(member ? { id: member.id } : {}) }, { onSuccess: onClose });
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      <FormRow label={t('staff.name')} fieldId={`${id}-name`}>
        <TextInput
          id={`${id}-name`}
          w={260}
          required
          maxLength={80}
          value={form.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
      </FormRow>
      <FormRow label={t('staff.role')} hint={t(`staff.roleHints.${form.role}`)}>
        <SegmentedControl
          aria-label={t('staff.role')}
          value={form.role}
          data={staffRoles.map((role) => ({ value: role, label: t(`common.roles.${role}`) }))}
          onChange={(role) => set({ role })}
        />
      </FormRow>
      <FormRow label={t('staff.brands')}>
        <Switch
          label={t('staff.allBrands')}
          checked={form.workspaceIds === null}
          onChange={(event) => set({ workspaceIds: event.currentTarget.checked ? null : [] })}
        />
        {form.workspaceIds !== null && (
          <MultiSelect
            aria-label={t('staff.brands')}
            w="100%"
            searchable
            placeholder={t('staff.pickBrands')}
            data={workspaces.map((workspace) => ({ value: workspace.id, label: workspace.name }))}
            value={form.workspaceIds}
            onChange={(workspaceIds) => set({ workspaceIds })}
          />
        )}
      </FormRow>
      {member && (
        <FormRow label={t('staff.active')} hint={t('staff.activeHint')}>
          <Switch
            label={t('staff.activeOn')}
            checked={form.isActive}
            onChange={(event) => set({ isActive: event.currentTarget.checked })}
          />
        </FormRow>
      )}
      {save.isError && (
        <p role="alert" className={classes.problem}>
          {errorText(t, save.error)}
        </p>
      )}
      <div className={classes.actions}>
        <Button type="submit" loading={save.isPending} disabled={form.name.trim() === ''}>
          {t('common.save')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
};
