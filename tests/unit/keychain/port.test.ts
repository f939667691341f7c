import { describe, expect, it } from 'vitest';
import { createPortTransport } from '../../../electron/core/ports/keychain-port';
import type { HostPort, ProcessPort } from '../../../electron/core/ports/keychain-port';

const aPort = () => {
  const sent: unknown[] = [];
  let listener: (event: { readonly data: unknown }) => void = () => {};
  let isStarted = false;
  const port: ProcessPort = {
    postMessage: (message) => void sent.push(message),
    on: (_event, fn) => {
      listener = fn;
    },
    start: () => {
      isStarted = true;
    },
  };
  return { port, sent, isStarted: () => isStarted, receive: (data: unknown) => listener({ data }) };
};

const aHost = () => {
  const sent: unknown[] = [];
  let listener: (event: { readonly data: unknown; readonly ports: readonly ProcessPort[] }) => void = () => {};
  const host: HostPort = {
    postMessage: (message) => void sent.push(message),
    on: (_event, fn) => {
      listener = fn;
    },
  };
  return { host, sent, receive: (data: unknown, ports: readonly ProcessPort[] = []) => listener({ data, ports }) };
};

const ping = { id: 1, op: 'ping', account: 'p/ping' } as const;

describe('keychain processes forked by the main process', () => {
  it('are asked for, and hear what was sent before their port arrived', () => {
    const { host, sent, receive } = aHost();
    const opened = createPortTransport(host).open();
    const answers: unknown[] = [];
    opened.onMessage((message) => answers.push(message));
    opened.send(ping);
    expect(sent).toEqual([{ type: 'keychain:spawn', helperId: 'keychain-1' }]);
    const { port, sent: calls, isStarted, receive: answer } = aPort();
    receive({ type: 'keychain:port', helperId: 'keychain-1' }, [port]);
    expect(isStarted()).toBe(true);
    expect(calls).toEqual([ping]);
    answer({ id: 1, ok: true, value: 'alive' });
    expect(answers).toEqual([{ id: 1, ok: true, value: 'alive' }]);
  });

  it('are told apart by id, and an end is told only to the one whose process ended', () => {
    const { host, receive } = aHost();
    const transport = createPortTransport(host);
    const ends: string[] = [];
    transport.open().onExit(() => ends.push('first'));
    transport.open().onExit(() => ends.push('second'));
    receive({ type: 'keychain:exited', helperId: 'keychain-2' });
    receive({ type: 'something:else' });
    expect(ends).toEqual(['second']);
  });

  it('are killed through main, once, and stay silent afterwards', () => {
    const { host, sent, receive } = aHost();
    const opened = createPortTransport(host).open();
    const heard: unknown[] = [];
    opened.onMessage((message) => heard.push(message));
    opened.onExit(() => heard.push('exit'));
    const { port, receive: answer } = aPort();
    receive({ type: 'keychain:port', helperId: 'keychain-1' }, [port]);
    opened.kill();
    opened.kill();
    answer({ id: 1, ok: true, value: 'alive' });
    receive({ type: 'keychain:exited', helperId: 'keychain-1' });
    expect(heard).toEqual([]);
    expect(sent.filter((message) => JSON.stringify(message).includes('keychain:kill')).length).toBe(1);
  });
});
