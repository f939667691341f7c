import { describe, expect, it, vi } from 'vitest';
import { childEnvironment } from '../../../electron/main/app/child-environment';
import { createCoreClient } from '../../../electron/main/app/core-client';
import { describeError, redactFields } from '../../../electron/main/app/log';
import { createRestartBudget } from '../../../electron/main/app/restart-budget';
import { parseAgency, parseUnread } from '../../../electron/main/app/settings';
import { chooseLanguage, createSay } from '../../../electron/main/app/texts';
import { imageMime, safeFileName } from '../../../electron/main/platform/file-names';
import { presentDictionaries } from '../../../electron/main/windows/dictionaries';
import { badgeLabel, drawBadge } from '../../../electron/main/windows/tray-badge';

describe('crashes', () => {
  it('are forgiven twice, and the third time it is asked', () => {
    let time = 0;
    const budget = createRestartBudget(3, 1_000, () => time);
    expect([budget.spend(), budget.spend(), budget.spend()]).toEqual([true, true, false]);
    budget.reset();
    expect(budget.spend()).toBe(true);
    time = 5_000;
    expect([budget.spend(), budget.spend()]).toEqual([true, true]);
  });
});

describe('the log of main', () => {
  it('keeps states and numbers, and drops everything that could be a secret or a text', () => {
    const line = redactFields({
      code: 'storage_failed',
      count: 3,
      token: 'xoxb-secret',
      message: 'Merhaba Ada',
      where: 'a.js:12',
    });
    expect(line).toBe('{"code":"storage_failed","count":3,"where":"a.js:12"}');
  });

  it('names the class and the place of an error, never its message', () => {
    const error = new TypeError('cannot read Bearer abc of Ada Kılıç');
    const text = redactFields(describeError(error));
    expect(text).toContain('TypeError');
    expect(text).not.toMatch(/Bearer|Ada|abc/);
    expect(describeError('Bearer abc')).toEqual({ errorName: 'string' });
  });

  it('cannot be broken into two lines by a value', () => {
    expect(redactFields({ reason: 'a\nFAKE {"code":"ok"}' })).toBe('{"reason":"a_FAKE___code_:_ok__"}');
  });
});

describe('the environment of the core', () => {
  it('holds nothing that makes another program of it', () => {
    expect(
      childEnvironment({ HOME: '/h', ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '--require x', GONE: undefined }),
    ).toEqual({
      HOME: '/h',
    });
  });
});

describe('what main reads from the core', () => {
  it('takes the settings it acts on', () => {
    const settings = {
      language: 'tr',
      theme: 'dark',
      zoomPercent: 120,
      notifications: { isOn: true, showsText: false, quietHours: { from: '22:00', to: '07:00' } },
      spellcheckDownload: null,
    };
    expect(parseAgency({ settings })).toEqual({ ...settings, spellcheckDownload: false });
  });

  it('stays silent and plain where an answer is not what it should be', () => {
    expect(parseAgency(null)).toBeNull();
    expect(parseAgency({})).toBeNull();
    expect(parseAgency({ settings: { theme: 'pink', zoomPercent: 9, notifications: 'yes' } })).toEqual({
      language: 'system',
      theme: 'system',
      zoomPercent: 100,
      notifications: { isOn: false, showsText: false, quietHours: null },
      spellcheckDownload: false,
    });
    expect([
      parseUnread({ unread: 4 }),
      parseUnread({ unread: -1 }),
      parseUnread({ unread: '4' }),
      parseUnread(null),
    ]).toEqual([4, null, null, null]);
  });
});

describe('main as a client of the core', () => {
  const aPort = () => {
    const listeners = new Map<string, (value: { readonly data: unknown }) => void>();
    return {
      on: vi.fn((event: string, listener: (value: { readonly data: unknown }) => void) =>
        listeners.set(event, listener),
      ),
      postMessage: vi.fn(),
      start: vi.fn(),
      hear: (data: unknown) => listeners.get('message')?.({ data }),
      close: () => listeners.get('close')?.({ data: null }),
    };
  };

  it('gets the answer to its question and the events it listens to', async () => {
    const client = createCoreClient();
    const port = aPort();
    const heard = vi.fn();
    client.on('workspaces:changed', heard);
    client.attach(port);
    const answer = client.call('workspaces.total', {});
    port.hear({ event: 'workspaces:changed', payload: { workspaceId: 'w' } });
    port.hear({ id: 1, ok: true, value: { unread: 2 } });
    expect(await answer).toEqual({ ok: true, value: { unread: 2 } });
    expect(heard).toHaveBeenCalledExactlyOnceWith({ workspaceId: 'w' });
  });

  it('is told when the core is gone, and goes on with the next one', async () => {
    const client = createCoreClient();
    expect(await client.call('agency.get', {})).toMatchObject({ ok: false, error: { reason: 'core_restarted' } });
    const first = aPort();
    client.attach(first);
    const lost = client.call('agency.get', {});
    first.close();
    expect(await lost).toMatchObject({ ok: false, error: { reason: 'core_restarted' } });
    const second = aPort();
    client.attach(second);
    const answer = client.call('agency.get', {});
    first.hear({ id: 2, ok: true, value: 'stale' });
    second.hear({ id: 2, ok: true, value: 'fresh' });
    expect(await answer).toEqual({ ok: true, value: 'fresh' });
  });
});

describe('the words of main', () => {
  it('follow the choice, then the system, then English', () => {
    expect(chooseLanguage('tr', 'en-GB')).toBe('tr');
    expect(chooseLanguage('system', 'tr-TR')).toBe('tr');
    expect(chooseLanguage('system', 'de-DE')).toBe('en');
    expect(createSay(() => 'tr')('trayUnread', { count: 3 })).toBe('Chorale: 3 okunmamış');
    expect(createSay(() => 'en')('linkQuestion', { host: '{name}' })).toBe('Open {name} in the browser?');
  });
});

describe('names and kinds of files', () => {
  it('cannot leave the folder or hide what they are', () => {
    expect(safeFileName('../../etc/passwd')).toBe('_.._etc_passwd');
    expect(safeFileName('photo\u202egpj.exe')).toBe('photo_gpj.exe');
    expect(safeFileName('nul.txt')).toBe('chorale-nul.txt');
    expect(safeFileName('...')).toBe('chorale-');
    expect(safeFileName('Lale Kahve – görüşmeler.jsonl')).toBe('Lale Kahve – görüşmeler.jsonl');
  });

  it('are told by the first bytes of an image, not by its name', () => {
    const head = (...bytes: number[]) => Buffer.from([...bytes, ...Array.from({ length: 16 }, () => 0)]);
    expect(imageMime(head(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a))).toBe('image/png');
    expect(imageMime(head(0xff, 0xd8, 0xff))).toBe('image/jpeg');
    expect(imageMime(Buffer.from('GIF89a'))).toBe('image/gif');
    expect(imageMime(Buffer.from('RIFF\0\0\0\0WEBPVP8 '))).toBe('image/webp');
    expect(imageMime(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg">'))).toBeNull();
    expect(imageMime(Buffer.from('MZ\u0090'))).toBeNull();
    expect(imageMime(Buffer.alloc(0))).toBeNull();
  });
});

describe('dictionaries that lie on the machine', () => {
  it('are told by their files', () => {
    const files = ['en-US-10-1.bdic', 'tr-4-0.bdic.tmp', 'notes.txt'];
    expect(presentDictionaries(files, ['tr', 'en-US'])).toEqual(['en-US']);
    expect(presentDictionaries([], ['tr', 'en-US'])).toEqual([]);
  });
});

describe('the count on the tray icon', () => {
  const blank = new Uint8Array(22 * 22 * 4);

  it('is drawn for unread messages only', () => {
    expect(drawBadge(blank, 22, 0)).toEqual(blank);
    expect(drawBadge(blank, 22, 5)).not.toEqual(blank);
    expect(drawBadge(blank, 22, 5)).not.toEqual(drawBadge(blank, 22, 6));
  });

  it('fits every size and every count', () => {
    for (const size of [1, 16, 22, 44]) {
      for (const count of [1, 42, 99, 100, 123_456]) {
        expect(drawBadge(new Uint8Array(size * size * 4), size, count)).toHaveLength(size * size * 4);
      }
    }
    expect([1, 99, 100].map(badgeLabel)).toEqual(['1', '99', '9+']);
  });
});
