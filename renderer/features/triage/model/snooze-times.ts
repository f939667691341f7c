import { Temporal } from 'temporal-polyfill';

type SnoozeId = 'hour' | 'evening' | 'tomorrow' | 'monday' | 'week';

export interface SnoozeTime {
  readonly id: SnoozeId;
  /** Ms since 1970 UTC. */
  readonly at: number;
}

const morning = 9;
const evening = 18;

/** Times to put a conversation away until, on the clock of the brand; those that have passed are left out. */
export const snoozeTimes = (now: number, zone: string): readonly SnoozeTime[] => {
  const here = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
  const at = (days: number, hour: number): number =>
    here.toPlainDate().add({ days }).toZonedDateTime({ timeZone: zone, plainTime: { hour } }).epochMilliseconds;
  const untilMonday = 8 - here.dayOfWeek;
  const times: readonly SnoozeTime[] = [
    { id: 'hour', at: now + 3_600_000 },
    { id: 'evening', at: at(0, evening) },
    { id: 'tomorrow', at: at(1, morning) },
    // On a Sunday, Monday is tomorrow.
    ...(untilMonday === 1 ? [] : [{ id: 'monday', at: at(untilMonday, morning) } as const]),
    { id: 'week', at: at(7, morning) },
  ];
  return times.filter((time) => time.at > now);
};

/** A date and time as the person wrote them (`2026-11-25 14:30`), on the brand's clock; null where there is no such time. */
export const snoozeAt = (written: string, zone: string): number | null => {
  try {
    return Temporal.PlainDateTime.from(written.trim().replace(' ', 'T')).toZonedDateTime(zone).epochMilliseconds;
  } catch {
    return null;
  }
};
