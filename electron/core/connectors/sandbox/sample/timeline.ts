import { randomAt, seedOf } from '../network/random';
import type { ScriptConversation, When } from './script';

const minuteMs = 60_000;
const dayMs = 86_400_000;
const opensAtMinute = 9 * 60;
const closesAtMinute = 19 * 60;
/** The newest word is at least this old, so that nothing is dated into the future. */
const youngestMs = minuteMs;

/** Share of a day's messages by local hour: a late morning and an evening. */
const rhythm = [1, 0, 0, 0, 0, 0, 1, 3, 6, 9, 11, 11, 9, 8, 8, 7, 7, 8, 9, 10, 11, 10, 7, 3];

const wallClock = new Map<string, Intl.DateTimeFormat>();

/** Difference between a zone's wall clock and UTC at a moment, ms. */
const offsetAt = (at: number, timezone: string): number => {
  const format =
    wallClock.get(timezone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone: timezone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  wallClock.set(timezone, format);
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of format.formatToParts(at)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
};

/** Minutes since local midnight. */
export const localMinute = (at: number, timezone: string): number => {
  const local = at + offsetAt(at, timezone);
  return Math.floor((((local % dayMs) + dayMs) % dayMs) / minuteMs);
};

/** The moment at which a zone's clock shows a minute of the day that lies `day` days before the day of `now`. */
export const localMoment = (now: number, day: number, minuteOfDay: number, timezone: string): number => {
  const today = Math.floor((now + offsetAt(now, timezone)) / dayMs) * dayMs;
  const local = today - day * dayMs + minuteOfDay * minuteMs;
  const guess = local - offsetAt(local, timezone);
  return local - offsetAt(guess, timezone);
};

const chosenMinute = (seed: number): number => {
  const total = rhythm.reduce((sum, share) => sum + share, 0);
  let left = randomAt(seed, 11) * total;
  const hour = rhythm.findIndex((share) => {
    left -= share;
    return left < 0;
  });
  return Math.max(0, hour) * 60 + Math.floor(randomAt(seed, 12) * 60);
};

/** Moment of a post or of a first word. */
export const momentOf = (when: When, seed: number, now: number, timezone: string): number => {
  const at =
    'minutesAgo' in when
      ? now - when.minutesAgo * minuteMs
      : localMoment(now, when.day, when.minuteOfDay ?? chosenMinute(seed), timezone);
  return at + Math.floor(randomAt(seed, 13) * minuteMs);
};

const inWorkingHours = (at: number, timezone: string): boolean => {
  const minute = localMinute(at, timezone);
  return minute >= opensAtMinute && minute < closesAtMinute;
};

/** When a brand answers: within the hour while it is open, else the next morning, unless that is still to come. */
const answerAt = (before: number, seed: number, now: number, timezone: string): number => {
  const soon = before + Math.round((5 + 45 * randomAt(seed, 21)) * minuteMs);
  if (inWorkingHours(soon, timezone)) return soon;
  const minute = localMinute(soon, timezone);
  const daysAgo = minute >= closesAtMinute ? -1 : 0;
  const morning = localMoment(soon, daysAgo, opensAtMinute + Math.floor(5 + 50 * randomAt(seed, 22)), timezone);
  return morning < now - youngestMs ? morning : soon;
};

/** Moments of all turns of a conversation, rising, none later than a minute ago. */
export const turnMoments = (conversation: ScriptConversation, now: number, timezone: string): readonly number[] => {
  const seed = seedOf(`${conversation.account} ${conversation.handle} ${conversation.turns[0]?.text ?? ''}`);
  const moments: number[] = [];
  for (const [index, turn] of conversation.turns.entries()) {
    const before = moments.at(-1);
    if (before === undefined) moments.push(momentOf(conversation.when, seed, now, timezone));
    else if (turn.afterMinutes !== null) moments.push(before + turn.afterMinutes * minuteMs);
    else if (turn.isBrand) moments.push(answerAt(before, seed + index, now, timezone));
    else moments.push(before + Math.round((2 + 28 * randomAt(seed, index, 23)) * minuteMs));
  }
  const overrun = (moments.at(-1) ?? now) - (now - youngestMs);
  return overrun > 0 ? moments.map((at) => at - overrun) : moments;
};
