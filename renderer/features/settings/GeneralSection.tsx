import { NativeSelect, SegmentedControl, Switch } from '@mantine/core';
import type { Settings } from '@shared/contract/views';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { FormRow, SectionHead } from '@renderer/components/FormRow';
import { isMac } from '@renderer/lib/shell';
import { useFormat } from '@renderer/lib/use-format';
import { useSettingsChange } from './use-settings-change';

const zooms = [80, 90, 100, 110, 125, 150, 175, 200] as const;

/** Language, look, size and spell check. Every change counts at once. */
export const GeneralSection = ({ settings }: { readonly settings: Settings }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const change = useSettingsChange();
  const id = useId();
  const zoomChoices = [...new Set([...zooms, settings.zoomPercent])].sort((one, other) => one - other);
  return (
    <>
      <SectionHead title={t('settings.general')} />
      <FormRow label={t('settings.language')} hint={t('settings.languageHint')}>
        <SegmentedControl
          aria-label={t('settings.language')}
          value={settings.language}
          data={[
            { value: 'system', label: t('settings.system') },
            { value: 'en', label: 'English' },
            { value: 'tr', label: 'Türkçe' },
          ]}
          onChange={(language) => change({ language })}
        />
      </FormRow>
      <FormRow label={t('settings.theme')}>
        <SegmentedControl
          aria-label={t('settings.theme')}
          value={settings.theme}
          data={[
            { value: 'system', label: t('settings.system') },
            { value: 'light', label: t('settings.light') },
            { value: 'dark', label: t('settings.dark') },
          ]}
          onChange={(theme) => change({ theme })}
        />
      </FormRow>
      <FormRow label={t('settings.density')} hint={t('settings.densityHint')}>
        <SegmentedControl
          aria-label={t('settings.density')}
          value={settings.density}
          data={[
            { value: 'comfortable', label: t('settings.comfortable') },
            { value: 'compact', label: t('settings.compact') },
          ]}
          onChange={(density) => change({ density })}
        />
      </FormRow>
      <FormRow label={t('settings.zoom')} fieldId={`${id}-zoom`}>
        <NativeSelect
          id={`${id}-zoom`}
          w={110}
          value={String(settings.zoomPercent)}
          data={zoomChoices.map((zoom) => ({ value: String(zoom), label: format.percent(zoom / 100) }))}
          onChange={(event) => change({ zoomPercent: Number(event.currentTarget.value) })}
        />
      </FormRow>
      <FormRow
        label={t('settings.spellcheck')}
        hint={isMac() ? t('settings.spellcheckMac') : t('settings.spellcheckHint')}
      >
        {!isMac() && (
          <Switch
            label={t('settings.spellcheckDownload')}
            checked={settings.spellcheckDownload === true}
            onChange={(event) => change({ spellcheckDownload: event.currentTarget.checked })}
          />
        )}
      </FormRow>
    </>
  );
};
