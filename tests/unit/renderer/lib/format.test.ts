import { describe, expect, it } from 'vitest';
import { capitalise, formatsOf } from '@renderer/lib/format';

const minute = 60_000;
const at = Date.UTC(2026, 10, 24, 21, 30);

describe('dates and numbers on screen', () => {
  it('shows a time in the zone of the brand', () => {
    expect(formatsOf('en', 'Europe/Istanbul').time(at)).toBe('00:30');
    expect(formatsOf('en', 'America/New_York').time(at)).toBe('16:30');
  });

  it('knows "today" by the zone of the brand, not of the machine', () => {
    const now = at + 2 * 60 * minute;
    expect(formatsOf('en', 'Europe/Istanbul').dayName(at, now)).toBe('Today');
    expect(formatsOf('en', 'UTC').dayName(at, now + 60 * minute)).toBe('Yesterday');
    expect(formatsOf('tr', 'Europe/Istanbul').dayName(at, now)).toBe('Bugün');
  });

  it('names the year only where it is another one', () => {
    const english = formatsOf('en', 'UTC');
    expect(english.day(at, at)).not.toContain('2026');
    expect(english.day(Date.UTC(2024, 1, 3), at)).toContain('2024');
  });

  it('says an age that cannot be misread in Turkish', () => {
    expect(formatsOf('en').age(at, at + 2 * minute)).toBe('2m');
    expect(formatsOf('tr').age(at, at + 2 * minute)).toBe('2 dk');
    expect(formatsOf('en').age(at, at - minute)).toBe('0m');
  });

  it('says distances in whole words', () => {
    expect(formatsOf('en').relative(at, at + 3 * minute)).toBe('3 minutes ago');
    expect(formatsOf('tr').relative(at + 3 * minute, at)).toBe('3 dakika sonra');
  });

  it('writes numbers and sizes as the language does', () => {
    expect(formatsOf('en').number(12_345)).toBe('12,345');
    expect(formatsOf('tr').number(12_345)).toBe('12.345');
    expect(formatsOf('en').bytes(1_240_000)).toBe('1.2 MB');
  });

  it('starts a Turkish sentence with a dotted İ', () => {
    expect(capitalise('istanbul', 'tr')).toBe('İstanbul');
  });

  it('shows a brand whose zone this machine does not know in the machine’s own', () => {
    expect(formatsOf('en', 'Nowhere/Else').time(at)).toMatch(/^\d\d:\d\d$/);
  });
});
