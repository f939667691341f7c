import { NumberInput, Select, TagsInput, TextInput } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { FormRow } from '@renderer/components/FormRow';
import { monogramOf } from '../model/monogram';
import type { WorkspaceForm } from '../model/workspace-form';
import { brandLanguages, zonesWith } from '../model/zones';
import { ColourPicker } from './ColourPicker';
import { LogoField } from './LogoField';

export interface WorkspaceFieldsProps {
  readonly form: WorkspaceForm;
  readonly onChange: (change: Partial<WorkspaceForm>) => void;
  /** Shows the name and the colour only; the rest waits on the settings page. */
  readonly isShort?: boolean;
}

/** The fields of a brand, for a new one and for its settings. */
export const WorkspaceFields = ({ form, onChange, isShort = false }: WorkspaceFieldsProps) => {
  const { t, i18n } = useTranslation();
  const id = useId();
  return (
    <>
      <FormRow label={t('workspaces.name')} fieldId={`${id}-name`}>
        <TextInput
          id={`${id}-name`}
          value={form.name}
          maxLength={80}
          required
          data-autofocus
          w="100%"
          maw={320}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
      </FormRow>
      <FormRow label={t('workspaces.colour')} hint={t('workspaces.colourHint')}>
        <ColourPicker value={form.colour} onChange={(colour) => onChange({ colour })} />
      </FormRow>
      <FormRow label={t('workspaces.language')} fieldId={`${id}-language`}>
        <Select
          id={`${id}-language`}
          w={220}
          data={brandLanguages(i18n.language)}
          value={form.language}
          onChange={(language) => language !== null && onChange({ language })}
        />
      </FormRow>
      <FormRow label={t('workspaces.timezone')} hint={t('workspaces.timezoneHint')} fieldId={`${id}-zone`}>
        <Select
          id={`${id}-zone`}
          w={260}
          searchable
          limit={60}
          nothingFoundMessage={t('workspaces.noZone')}
          data={zonesWith(form.timezone)}
          value={form.timezone}
          onChange={(timezone) => timezone !== null && onChange({ timezone })}
        />
      </FormRow>
      {!isShort && (
        <>
          <FormRow label={t('workspaces.logo')} hint={t('workspaces.logoHint')}>
            <LogoField
              colour={form.colour}
              monogram={form.monogram || monogramOf(form.name, form.language)}
              logo={form.logo}
              onChange={(logo) => onChange({ logo })}
            />
          </FormRow>
          <FormRow label={t('workspaces.monogram')} hint={t('workspaces.monogramHint')} fieldId={`${id}-monogram`}>
            <TextInput
              id={`${id}-monogram`}
              w={80}
              maxLength={3}
              value={form.monogram}
              placeholder={monogramOf(form.name, form.language)}
              onChange={(event) => onChange({ monogram: event.currentTarget.value })}
            />
          </FormRow>
          <FormRow label={t('workspaces.recall')} hint={t('workspaces.recallHint')} fieldId={`${id}-recall`}>
            <NumberInput
              id={`${id}-recall`}
              w={120}
              min={0}
              max={120}
              clampBehavior="strict"
              allowDecimal={false}
              suffix={` ${t('workspaces.seconds')}`}
              value={form.recallSeconds}
              onChange={(value) => typeof value === 'number' && onChange({ recallSeconds: value })}
            />
          </FormRow>
          <FormRow
            label={t('workspaces.identities')}
            hint={t('workspaces.identitiesHint')}
            fieldId={`${id}-identities`}
          >
            <TagsInput
              id={`${id}-identities`}
              w="100%"
              maw={420}
              maxTags={200}
              placeholder={t('workspaces.identitiesPlaceholder')}
              value={[...form.identities]}
              onChange={(identities) => onChange({ identities })}
            />
          </FormRow>
        </>
      )}
    </>
  );
};
