import { describe, expect, it } from 'vitest';
import { snoozeAt, snoozeTimes } from '@renderer/features/triage/model/snooze-times';
import { groupTargets } from '@renderer/features/triage/model/targets';

const zone = 'Europe/Istanbul';
/** Wednesday, 25 November 2026, 12:00 in Istanbul. */
const wednesday = Date.UTC(2026, 10, 25, 9);
const shown = (at: number): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'short', hour: '2-digit', minute: '2-digit' }).format(at);

describe('snoozing', () => {
  it('offers times on the clock of the brand', () => {
    const times = Object.fromEntries(snoozeTimes(wednesday, zone).map(({ id, at }) => [id, shown(at)]));
    expect(times).toEqual({
      hour: 'Wed 13:00',
      evening: 'Wed 18:00',
      tomorrow: 'Thu 09:00',
      monday: 'Mon 09:00',
      week: 'Wed 09:00',
    });
  });

  it('leaves out what has passed, and Monday on a Sunday', () => {
    const sundayNight = Date.UTC(2026, 10, 29, 19);
    expect(snoozeTimes(sundayNight, zone).map(({ id }) => id)).toEqual(['hour', 'tomorrow', 'week']);
  });

  it('keeps nine in the morning through a change of the clocks', () => {
    const beforeChange = Date.UTC(2026, 9, 24, 12);
    const tomorrow = snoozeTimes(beforeChange, 'Europe/Berlin').find(({ id }) => id === 'tomorrow');
    expect(tomorrow?.at).toBe(Date.UTC(2026, 9, 25, 8));
  });

  it('reads a written date and time on the clock of the brand, and nothing else', () => {
    expect(snoozeAt('2026-11-26 09:30:00', zone)).toBe(Date.UTC(2026, 10, 26, 6, 30));
    expect(snoozeAt('tomorrow', zone)).toBeNull();
  });
});

describe('changes over several brands', () => {
  it('asks each workspace for its own conversations, in parts that a call takes', () => {
    const many = Array.from({ length: 501 }, (_, index) => ({ workspaceId: 'w1', conversationId: `c${index}` }));
    const groups = groupTargets([...many, { workspaceId: 'w2', conversationId: 'x' }]);
    expect(groups.map((group) => [group.workspaceId, group.conversationIds.length])).toEqual([
      ['w1', 500],
      ['w1', 1],
      ['w2', 1],
    ]);
  });
});
