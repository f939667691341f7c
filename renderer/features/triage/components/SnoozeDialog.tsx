import { Button } from '@mantine/core';
import { DateTimePicker } from '@mantine/dates';
import '@mantine/dates/styles.layer.css';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '@renderer/hooks/use-now';
import { useWorkspace } from '@renderer/hooks/use-agency';
import { useCore } from '@renderer/lib/core-context';
import { isZone } from '@renderer/lib/format';
import { useFormat } from '@renderer/lib/use-format';
import { currentTargets } from '../hooks/use-triage';
import { snoozeAt, snoozeTimes } from '../model/snooze-times';
import type { TriageDialogProps } from './AssignDialog';
import classes from './Chooser.module.css';
import { Chooser } from './Chooser';
import 'dayjs/locale/tr';

/** Until when it is put away, on the clock of the brand. A new message brings it back earlier. */
export const SnoozeDialog = ({ triage, onClose }: TriageDialogProps) => {
  const { t } = useTranslation();
  const core = useCore();
  const now = useNow();
  const targets = currentTargets();
  const zoneOfBrand = useWorkspace(targets[0]?.workspaceId ?? null)?.timezone;
  const zone = zoneOfBrand !== undefined && isZone(zoneOfBrand) ? zoneOfBrand : 'UTC';
  const format = useFormat(zone);
  const times = snoozeTimes(now, zone);
  const snooze = (until: number): void => {
    triage.run(
      t('triage.done.snoozed', { count: targets.length, until: `${format.dayName(until, now)} ${format.time(until)}` }),
      ({ workspaceId, conversationIds }) =>
        core.call('conversations.snooze', { workspaceId, conversationIds: [...conversationIds], until }),
      { leavesList: true },
    );
    onClose();
  };
  return (
    <Chooser
      title={t('triage.snoozeTitle', { count: targets.length })}
      placeholder={t('triage.snoozeSearch')}
      choices={times.map(({ id, at }) => ({
        id,
        label: t(`triage.until.${id}`),
        hint: `${format.day(at, now)}, ${format.time(at)}`,
      }))}
      empty={t('triage.noTime')}
      onChoose={(id) => {
        const chosen = times.find((time) => time.id === id);
        if (chosen) snooze(chosen.at);
      }}
      onClose={onClose}
      foot={<OwnTime zone={zone} now={now} onSnooze={snooze} />}
    />
  );
};

interface OwnTimeProps {
  readonly zone: string;
  readonly now: number;
  readonly onSnooze: (until: number) => void;
}

const OwnTime = ({ zone, now, onSnooze }: OwnTimeProps) => {
  const { t, i18n } = useTranslation();
  const [written, setWritten] = useState<string | null>(null);
  const at = written === null ? null : snoozeAt(written, zone);
  const isPast = at !== null && at <= now;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (at !== null && !isPast) onSnooze(at);
  };
  return (
    <form className={classes.foot} onSubmit={submit}>
      <div className={classes.row}>
        <DateTimePicker
          flex={1}
          size="xs"
          label={t('triage.ownTime', { zone })}
          placeholder={t('triage.ownTimePlaceholder')}
          locale={i18n.language}
          valueFormat="D MMM YYYY HH:mm"
          value={written}
          onChange={setWritten}
          clearable
          popoverProps={{ withinPortal: true }}
        />
        <Button type="submit" disabled={at === null || isPast}>
          {t('triage.snooze')}
        </Button>
      </div>
      {isPast && (
        <p role="alert" className={classes.error}>
          {t('triage.past')}
        </p>
      )}
    </form>
  );
};
