/** Formatters for one language and zone. Times are ms since 1970 UTC. Intl only; the objects are kept, since making one is slow. */
export interface Formats {
  /** 10:02 */
  time(at: number): string;
  /** 19 Nov, or 19 Nov 2024 where the year differs from `now`'s. */
  day(at: number, now: number): string;
  /** Tue, 19 Nov 2026, 10:02 */
  full(at: number): string;
  /** "Today", "Yesterday" or the day, for the lines between messages. */
  dayName(at: number, now: number): string;
  /** "12 seconds ago", "in 3 minutes": for sentences. */
  relative(at: number, now: number): string;
  /** "2m", "9h", "3d": for rows. */
  age(at: number, now: number): string;
  number(value: number): string;
  /** 24 KB, 3.1 MB */
  bytes(value: number): string;
  percent(share: number): string;
  list(parts: readonly string[]): string;
  /** Ordered as a person of this language expects. */
  compare(one: string, other: string): number;
  /** Whether two times lie on the same day in this zone. */
  isSameDay(one: number, other: number): boolean;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const known = new Map<string, Formats>();

const relativeSteps: readonly [limit: number, unit: Intl.RelativeTimeFormatUnit, size: number][] = [
  [minute, 'second', 1000],
  [hour, 'minute', minute],
  [day, 'hour', hour],
  [30 * day, 'day', day],
  [365 * day, 'month', 30 * day],
  [Number.POSITIVE_INFINITY, 'year', 365 * day],
];

const ageSteps: readonly [limit: number, unit: string, size: number][] = [
  [hour, 'minute', minute],
  [day, 'hour', hour],
  [7 * day, 'day', day],
  [365 * day, 'week', 7 * day],
  [Number.POSITIVE_INFINITY, 'year', 365 * day],
];

const byteSteps: readonly [limit: number, unit: string, size: number][] = [
  [1000, 'byte', 1],
  [1e6, 'kilobyte', 1000],
  [1e9, 'megabyte', 1e6],
  [Number.POSITIVE_INFINITY, 'gigabyte', 1e9],
];

/** Turkish narrow units say "2d" for two minutes, which reads like days; its short ones say "2 dk". */
const ageDisplay = (language: string): 'narrow' | 'short' => (language.startsWith('tr') ? 'short' : 'narrow');

const stepFor = <Unit>(value: number, steps: readonly [number, Unit, number][]): readonly [number, Unit, number] => {
  const found = steps.find(([limit]) => value < limit) ?? steps[steps.length - 1];
  if (!found) throw new Error('a scale needs steps');
  return found;
};

const make = (language: string, zone: string | undefined): Formats => {
  const date = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(language, zone === undefined ? options : { ...options, timeZone: zone });
  const timeFormat = date({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const dayFormat = date({ day: 'numeric', month: 'short' });
  const dayYearFormat = date({ day: 'numeric', month: 'short', year: 'numeric' });
  const fullFormat = date({ dateStyle: 'full', timeStyle: 'short', hourCycle: 'h23' });
  const yearFormat = date({ year: 'numeric' });
  const dayKeyFormat = date({ year: 'numeric', month: '2-digit', day: '2-digit' });
  const relativeFormat = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'long' });
  const numberFormat = new Intl.NumberFormat(language);
  const percentFormat = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  const listFormat = new Intl.ListFormat(language, { type: 'conjunction' });
  const collator = new Intl.Collator(language, { numeric: true });
  const unitFormats = new Map<string, Intl.NumberFormat>();
  const inUnit = (value: number, unit: string, unitDisplay: 'narrow' | 'short', digits: number): string => {
    const format =
      unitFormats.get(unit) ??
      new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay, maximumFractionDigits: digits });
    unitFormats.set(unit, format);
    return format.format(value);
  };
  const dayKey = (at: number): string => dayKeyFormat.format(at);

  const formats: Formats = {
    time: (at) => timeFormat.format(at),
    day: (at, now) => (yearFormat.format(at) === yearFormat.format(now) ? dayFormat : dayYearFormat).format(at),
    full: (at) => fullFormat.format(at),
    dayName: (at, now) => {
      if (dayKey(at) === dayKey(now)) return capitalise(relativeFormat.format(0, 'day'), language);
      if (dayKey(at) === dayKey(now - day)) return capitalise(relativeFormat.format(-1, 'day'), language);
      return formats.day(at, now);
    },
    relative: (at, now) => {
      const [, unit, size] = stepFor(Math.abs(at - now), relativeSteps);
      return relativeFormat.format(Math.trunc((at - now) / size), unit);
    },
    age: (at, now) => {
      const passed = Math.max(0, now - at);
      const [, unit, size] = stepFor(passed, ageSteps);
      return inUnit(Math.floor(passed / size), unit, ageDisplay(language), 0).replace(/\.$/, '');
    },
    number: (value) => numberFormat.format(value),
    bytes: (value) => {
      const [, unit, size] = stepFor(value, byteSteps);
      return inUnit(value / size, unit, 'short', value / size < 10 && size > 1 ? 1 : 0);
    },
    percent: (share) => percentFormat.format(share),
    list: (parts) => listFormat.format(parts),
    compare: (one, other) => collator.compare(one, other),
    isSameDay: (one, other) => dayKey(one) === dayKey(other),
  };
  return formats;
};

/** First letter large by the language's own rule (Turkish i becomes İ). */
export const capitalise = (text: string, language: string): string => {
  const [first = '', ...rest] = [...text];
  return first.toLocaleUpperCase(language) + rest.join('');
};

/** Formatters of a language and an IANA zone; without a zone, that of the machine. */
export const formatsOf = (language: string, zone?: string): Formats => {
  const key = `${language} ${zone ?? ''}`;
  const found = known.get(key);
  if (found) return found;
  const made = make(language, isZone(zone) ? zone : undefined);
  known.set(key, made);
  return made;
};

/** Whether this machine knows the zone: a name from a newer app must not take a screen down. */
export const isZone = (zone: string | undefined): boolean => {
  if (zone === undefined) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};
