import { Switch, TextInput } from '@mantine/core';
import type { Settings } from '@shared/contract/views';
import { useTranslation } from 'react-i18next';
import { FormRow, SectionHead } from '@renderer/components/FormRow';
import { useSettingsChange } from './use-settings-change';
import classes from './Settings.module.css';

/** What stands in when quiet hours are switched on for the first time. */
const usualQuietHours = { from: '19:00', to: '08:30' } as const;

/** When the desktop speaks up, and how much it says. */
export const NotificationsSection = ({ settings }: { readonly settings: Settings }) => {
  const { t } = useTranslation();
  const change = useSettingsChange();
  const { notifications } = settings;
  const { quietHours } = notifications;
  const set = (part: Partial<Settings['notifications']>): void =>
    change({ notifications: { ...notifications, ...part } });
  return (
    <>
      <SectionHead title={t('settings.notifications')}>{t('settings.notificationsLead')}</SectionHead>
      <FormRow label={t('settings.notify')}>
        <Switch
          label={t('settings.notifyOn')}
          checked={notifications.isOn}
          onChange={(event) => set({ isOn: event.currentTarget.checked })}
        />
        <Switch
          label={t('settings.showsText')}
          description={t('settings.showsTextHint')}
          disabled={!notifications.isOn}
          checked={notifications.showsText}
          onChange={(event) => set({ showsText: event.currentTarget.checked })}
        />
      </FormRow>
      <FormRow label={t('settings.quietHours')} hint={t('settings.quietHoursHint')}>
        <Switch
          label={t('settings.quietHoursOn')}
          disabled={!notifications.isOn}
          checked={quietHours !== null}
          onChange={(event) => set({ quietHours: event.currentTarget.checked ? usualQuietHours : null })}
        />
        {quietHours !== null && (
          <div className={classes.hours}>
            <TextInput
              type="time"
              label={t('settings.from')}
              disabled={!notifications.isOn}
              value={quietHours.from}
              onChange={(event) => {
                const from = event.currentTarget.value;
                if (from !== '') set({ quietHours: { ...quietHours, from } });
              }}
            />
            <TextInput
              type="time"
              label={t('settings.to')}
              disabled={!notifications.isOn}
              value={quietHours.to}
              onChange={(event) => {
                const to = event.currentTarget.value;
                if (to !== '') set({ quietHours: { ...quietHours, to } });
              }}
            />
          </div>
        )}
      </FormRow>
    </>
  );
};
