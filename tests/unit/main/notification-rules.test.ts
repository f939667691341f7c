import { describe, expect, it } from 'vitest';
import { createSay } from '../../../electron/main/app/texts';
import { isQuiet, notificationText, plainLine, shouldNotify } from '../../../electron/main/windows/notification-rules';

const at = (clock: string): Date => new Date(`2026-11-24T${clock}:00`);
const night = { from: '22:00', to: '07:30' };
const on = { isOn: true, showsText: true, quietHours: null };

describe('quiet hours', () => {
  it('run over midnight', () => {
    expect(['21:59', '22:00', '23:59', '00:00', '07:29', '07:30'].map((clock) => isQuiet(night, at(clock)))).toEqual([
      false,
      true,
      true,
      true,
      true,
      false,
    ]);
  });

  it('run within a day, and not at all where none are set', () => {
    const noon = { from: '12:00', to: '13:00' };
    expect(['11:59', '12:00', '12:59', '13:00'].map((clock) => isQuiet(noon, at(clock)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(isQuiet(null, at('03:00'))).toBe(false);
    expect(isQuiet({ from: '08:00', to: '08:00' }, at('08:00'))).toBe(false);
  });
});

describe('a new message', () => {
  it('is told', () => expect(shouldNotify(on, at('12:00'), false)).toBe(true));
  it('is not told when switched off', () =>
    expect(shouldNotify({ ...on, isOn: false }, at('12:00'), false)).toBe(false));
  it('is not told while the person looks at a window', () => expect(shouldNotify(on, at('12:00'), true)).toBe(false));
  it('is not told in quiet hours', () => {
    expect(shouldNotify({ ...on, quietHours: night }, at('23:00'), false)).toBe(false);
    expect(shouldNotify({ ...on, quietHours: night }, at('12:00'), false)).toBe(true);
  });
});

const message = {
  workspaceId: 'w',
  workspaceName: 'Lale Kahve',
  conversationId: 'c',
  contactName: 'Ada Kılıç',
  preview: 'Kargom hâlâ gelmedi',
};

describe('the text of a notification', () => {
  it('says who and what', () => {
    expect(
      notificationText(
        message,
        true,
        createSay(() => 'en'),
      ),
    ).toEqual({
      title: 'Ada Kılıç · Lale Kahve',
      body: 'Kargom hâlâ gelmedi',
    });
  });

  it('says only the brand when the person wants it hidden', () => {
    const text = notificationText(
      message,
      false,
      createSay(() => 'tr'),
    );
    expect(text).toEqual({ title: 'Lale Kahve', body: 'Yeni mesaj' });
    expect(JSON.stringify(text)).not.toMatch(/Ada|Kargom/);
  });

  it('carries no markup, control or direction sign of a stranger', () => {
    const hostile = 'a\u202egpj.exe<img src="http://evil.test/x"/>\nb\u0007 & &lt;b&gt;\u2066x\u2069';
    const line = plainLine(hostile, 500);
    expect(line).not.toMatch(/[<>&\n\u0007\u202e\u2066\u2069]/u);
    expect(line).toContain('‹img src=');
  });

  it('is cut without breaking a sign in two', () => {
    expect(plainLine('aaa😀', 4)).toBe('aaa');
    expect(plainLine('x'.repeat(1_000_000), 180)).toHaveLength(180);
  });
});
