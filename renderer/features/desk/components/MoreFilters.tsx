import type { ViewFilter } from '@shared/contract/views';
import { conversationKinds, conversationStatuses } from '@shared/domain/conversation';
import { Button, Checkbox, Popover, Select } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNetworks, useStaff, useWorkspaces } from '@renderer/hooks/use-agency';
import { openFilter, useUiState } from '@renderer/lib/ui-state';
import { useLabelNames } from '../api/use-label-names';
import { toggleIn } from '../model/quick-filters';
import { Chip } from './Chip';
import classes from './MoreFilters.module.css';

/** Filters that are put together by hand: kind, network, status, assignee, label, unread, draft. */
export const MoreFilters = ({ isOn }: { readonly isOn: boolean }) => {
  const { t } = useTranslation();
  const [isShown, setShown] = useState(false);
  const filter = useUiState((state) => state.filter);
  const setFilter = useUiState((state) => state.setFilter);
  return (
    <Popover opened={isShown} onChange={setShown} width={296} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <Chip isOn={isOn} onClick={() => setShown(!isShown)} aria-haspopup="dialog" aria-expanded={isShown}>
          <IconAdjustmentsHorizontal size={13} aria-hidden="true" />
          {t('desk.filters.more')}
        </Chip>
      </Popover.Target>
      <Popover.Dropdown className={classes.panel} aria-label={t('desk.filters.more')}>
        <FilterForm filter={filter} onChange={setFilter} />
        <div className={classes.foot}>
          <Button variant="default" onClick={() => setFilter(openFilter)}>
            {t('desk.filters.reset')}
          </Button>
          <Button onClick={() => setShown(false)}>{t('common.close')}</Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
};

interface FilterFormProps {
  readonly filter: ViewFilter;
  readonly onChange: (filter: ViewFilter) => void;
}

const FilterForm = ({ filter, onChange }: FilterFormProps) => {
  const { t } = useTranslation();
  const workspaceId = useUiState((state) => state.workspaceId);
  const workspaces = useWorkspaces();
  const networks = useNetworks();
  const staff = useStaff().filter((member) => member.isActive);
  const labels = useLabelNames(workspaceId === null ? workspaces.map((each) => each.id) : [workspaceId]);
  return (
    <div className={classes.form}>
      <Checks
        legend={t('desk.filters.kind')}
        options={conversationKinds.map((value) => ({ value, label: t(`common.kinds.${value}`) }))}
        chosen={filter.kinds}
        onToggle={(value) => onChange({ ...filter, kinds: toggleIn(filter.kinds, value) })}
      />
      <Checks
        legend={t('desk.filters.status')}
        options={conversationStatuses.map((value) => ({ value, label: t(`common.statuses.${value}`) }))}
        chosen={filter.statuses}
        onToggle={(value) => onChange({ ...filter, statuses: toggleIn(filter.statuses, value) })}
      />
      <Checks
        legend={t('desk.filters.network')}
        options={networks.map(({ id, label }) => ({ value: id, label }))}
        chosen={filter.networks}
        onToggle={(value) => onChange({ ...filter, networks: toggleIn(filter.networks, value) })}
      />
      <Select
        label={t('desk.filters.assignee')}
        comboboxProps={{ withinPortal: false }}
        value={filter.assignee ?? ''}
        data={[
          { value: '', label: t('desk.filters.anybody') },
          { value: 'me', label: t('desk.filters.me') },
          { value: 'none', label: t('desk.filters.nobody') },
          ...staff.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(value) => onChange({ ...filter, assignee: value === null || value === '' ? undefined : value })}
      />
      <Select
        label={t('desk.filters.labelled')}
        comboboxProps={{ withinPortal: false }}
        searchable
        nothingFoundMessage={t('desk.filters.noLabels')}
        value={filter.labelName ?? ''}
        data={[{ value: '', label: t('desk.filters.anyLabel') }, ...labels]}
        onChange={(value) => onChange({ ...filter, labelName: value === null || value === '' ? undefined : value })}
      />
      <div className={classes.pair}>
        <Checkbox
          size="xs"
          label={t('desk.filters.unread')}
          checked={filter.isUnread === true}
          onChange={(event) => onChange({ ...filter, isUnread: event.currentTarget.checked || undefined })}
        />
        <Checkbox
          size="xs"
          label={t('desk.filters.withDraft')}
          checked={filter.hasDraft === true}
          onChange={(event) => onChange({ ...filter, hasDraft: event.currentTarget.checked || undefined })}
        />
      </div>
    </div>
  );
};

interface ChecksProps<Value extends string> {
  readonly legend: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly chosen: readonly Value[] | undefined;
  readonly onToggle: (value: Value) => void;
}

const Checks = <Value extends string>({ legend, options, chosen, onToggle }: ChecksProps<Value>) => (
  <fieldset className={classes.group}>
    <legend className={classes.legend}>{legend}</legend>
    {options.map(({ value, label }) => (
      <Checkbox
        key={value}
        size="xs"
        label={label}
        checked={chosen?.includes(value) ?? false}
        onChange={() => onToggle(value)}
      />
    ))}
  </fieldset>
);
