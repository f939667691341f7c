import { describe, expect, it, vi } from 'vitest';
import { createKeychainCaller } from '../../../electron/core/ports/keychain-caller';
import type { CallResult, KeychainCall } from '../../../electron/core/ports/keychain-caller';
import { createFakeClock, createFakeTransport } from './fake-process';

const limits = { callMs: 10_000, promptAfterMs: 1_500 };
const get: KeychainCall = { op: 'get', account: 'p/w/a' };
const present = { status: 'found', value: 'token' } as const;

const setup = () => {
  const clock = createFakeClock();
  const transport = createFakeTransport();
  const onPrompt = vi.fn();
  const caller = createKeychainCaller({ profileId: 'p', transport, clock, limits, onPrompt });
  /** Starts a call; `result` is null while it waits. */
  const start = (call: KeychainCall = get, isUp = true): { result: () => Promise<CallResult | null> } => {
    let result: CallResult | null = null;
    void caller.call(call).then((value) => (result = value));
    if (isUp) transport.opened.at(-1)?.ready();
    return {
      result: async () => {
        for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
        return result;
      },
    };
  };
  return { clock, transport, onPrompt, caller, start };
};

describe('a call to the keychain', () => {
  it('uses one process for all calls', async () => {
    const { transport, start } = setup();
    const first = start();
    transport.opened[0]?.answer(present);
    expect(await first.result()).toEqual({ ok: true, value: present, wasPrompted: false });
    const second = start();
    transport.opened[0]?.answer(present);
    expect(await second.result()).toMatchObject({ ok: true });
    expect(transport.opened.length).toBe(1);
  });

  it('is frozen after ten seconds of silence, and both processes are killed', async () => {
    const { clock, transport, start, onPrompt } = setup();
    const call = start();
    clock.advance(9_999);
    expect(await call.result()).toBeNull();
    clock.advance(1);
    expect(await call.result()).toEqual({ ok: false, failure: 'frozen', wasPrompted: false });
    expect(transport.opened.map(({ isKilled }) => isKilled())).toEqual([true, true]);
    expect(onPrompt).not.toHaveBeenCalled();
  });

  it('gives a second process that starts slowly on a busy machine its own ten seconds', async () => {
    const { clock, transport, start, onPrompt } = setup();
    const call = start();
    clock.advance(9_500);
    transport.opened[1]?.ready();
    clock.advance(5_000);
    expect(await call.result()).toBeNull();
    transport.opened[1]?.answer('alive');
    expect(onPrompt).toHaveBeenCalledTimes(1);
    transport.opened[0]?.answer(present);
    expect(await call.result()).toEqual({ ok: true, value: present, wasPrompted: true });
  });

  it('waits behind an unlock window for as long as the service answers others', async () => {
    const { clock, transport, start, onPrompt } = setup();
    const call = start();
    clock.advance(1_500);
    expect(transport.opened[1]?.requests).toMatchObject([{ op: 'ping', account: 'p/ping' }]);
    transport.opened[1]?.answer('alive');
    expect(onPrompt).toHaveBeenCalledTimes(1);
    for (let minutes = 0; minutes < 30; minutes += 1) {
      clock.advance(10_000);
      transport.opened[1]?.answer('alive');
    }
    expect(await call.result()).toBeNull();
    transport.opened[0]?.answer(present);
    expect(await call.result()).toEqual({ ok: true, value: present, wasPrompted: true });
    expect(onPrompt).toHaveBeenCalledTimes(1);
    expect(transport.opened.map(({ isKilled }) => isKilled())).toEqual([false, true]);
  });

  it('does not take a slow start of the process for an unlock window', async () => {
    const { clock, transport, start } = setup();
    const call = start(get, false);
    clock.advance(9_000);
    expect(transport.opened.length).toBe(1);
    transport.opened[0]?.ready();
    clock.advance(1_400);
    transport.opened[0]?.answer({ status: 'absent' });
    expect(await call.result()).toEqual({ ok: true, value: { status: 'absent' }, wasPrompted: false });
  });

  it('is frozen when the process never comes up', async () => {
    const { clock, start } = setup();
    const call = start(get, false);
    clock.advance(10_000);
    expect(await call.result()).toMatchObject({ failure: 'frozen' });
  });

  it('is frozen when the service stops answering others behind the window', async () => {
    const { clock, transport, start } = setup();
    const call = start();
    clock.advance(1_500);
    transport.opened[1]?.answer('alive');
    clock.advance(19_999);
    expect(await call.result()).toBeNull();
    clock.advance(1);
    expect(await call.result()).toEqual({ ok: false, failure: 'frozen', wasPrompted: true });
  });

  it('takes silence for frozen when the second process cannot reach the service either', async () => {
    const { clock, transport, start, onPrompt } = setup();
    const call = start();
    clock.advance(1_500);
    transport.opened[1]?.fail('no_service');
    clock.advance(8_500);
    expect(await call.result()).toMatchObject({ failure: 'frozen' });
    expect(onPrompt).not.toHaveBeenCalled();
  });

  it('asks nobody else about a call that cannot open a window', async () => {
    const { clock, transport, start } = setup();
    start({ op: 'probe', account: 'p/probe' });
    clock.advance(9_000);
    expect(transport.opened.length).toBe(1);
  });

  it.each(['gone', 'no_service', 'no_bus', 'other'] as const)(
    'tries once more in a new process after %s',
    async (kind) => {
      const { transport, start } = setup();
      const call = start();
      transport.opened[0]?.fail(kind);
      expect(await call.result()).toBeNull();
      expect(transport.opened[0]?.isKilled()).toBe(true);
      transport.opened[1]?.answer(present);
      expect(await call.result()).toMatchObject({ ok: true, value: present });
    },
  );

  it('says crashed after two processes that ended, and starts a third for the next call', async () => {
    const { transport, start } = setup();
    const call = start();
    transport.opened[0]?.exit();
    expect(await call.result()).toBeNull();
    transport.opened[1]?.exit();
    expect(await call.result()).toMatchObject({ ok: false, failure: 'crashed' });
    const next = start();
    transport.opened[2]?.answer(present);
    expect(await next.result()).toMatchObject({ ok: true });
  });

  it('replaces a process that ended between two calls', async () => {
    const { transport, start } = setup();
    const first = start();
    transport.opened[0]?.answer(present);
    await first.result();
    transport.opened[0]?.exit();
    const next = start();
    transport.opened[1]?.answer(present);
    expect(await next.result()).toMatchObject({ ok: true });
  });

  it.each(['locked', 'dismissed', 'no_collection', 'invalid'] as const)(
    'does not repeat what answered %s',
    async (kind) => {
      const { transport, start } = setup();
      const call = start();
      transport.opened[0]?.fail(kind);
      expect(await call.result()).toMatchObject({ ok: false, failure: kind });
      expect(transport.opened.length).toBe(1);
    },
  );

  it('ends at once on quit, and nothing is started afterwards', async () => {
    const { clock, transport, caller, start } = setup();
    const call = start();
    clock.advance(1_500);
    caller.close();
    expect(await call.result()).toMatchObject({ ok: false, failure: 'closed' });
    expect(transport.opened.map(({ isKilled }) => isKilled())).toEqual([true, true]);
    expect(await start().result()).toMatchObject({ failure: 'closed' });
    expect(transport.opened.length).toBe(2);
  });
});
