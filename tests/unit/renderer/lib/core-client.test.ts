import { afterEach, describe, expect, it, vi } from 'vitest';
import { CoreError, createCoreClient, type CoreClient } from '@renderer/lib/core-client';
import { corePortMessage } from '@shared/contract/shell';
import type { WireCall } from '@shared/contract/wire';

const open: MessagePort[] = [];
const clients: CoreClient[] = [];

/** A window that a port can be handed to. */
const aWindow = () => {
  const target = new EventTarget();
  return {
    addEventListener: (type: 'message', listener: (event: MessageEvent) => void) =>
      target.addEventListener(type, listener as (event: Event) => void),
    removeEventListener: (type: 'message', listener: (event: MessageEvent) => void) =>
      target.removeEventListener(type, listener as (event: Event) => void),
    hand: (data: unknown, ports: readonly MessagePort[]) =>
      target.dispatchEvent(Object.assign(new Event('message'), { data, ports })),
  };
};

/** The core's end of a port: hears calls, answers by hand. */
const aCore = (target: ReturnType<typeof aWindow>) => {
  const { port1, port2 } = new MessageChannel();
  const calls: WireCall[] = [];
  port1.addEventListener('message', (event: MessageEvent<WireCall>) => void calls.push(event.data));
  port1.start();
  open.push(port1);
  target.hand(corePortMessage, [port2]);
  return {
    calls,
    port: port1,
    heard: (count: number) => vi.waitFor(() => expect(calls.length).toBe(count)),
    answer: (index: number, value: unknown) => port1.postMessage({ id: calls[index]?.id, ok: true, value }),
    refuse: (index: number, error: unknown) => port1.postMessage({ id: calls[index]?.id, ok: false, error }),
  };
};

const aClient = (target: ReturnType<typeof aWindow>): CoreClient => {
  const client = createCoreClient(target);
  clients.push(client);
  return client;
};

afterEach(() => {
  for (const client of clients.splice(0)) client.dispose();
  for (const port of open.splice(0)) port.close();
});

describe('the line to the core', () => {
  it('sends what was asked before the port arrived', async () => {
    const target = aWindow();
    const client = aClient(target);
    const answer = client.call('workspaces.total', {});
    const core = aCore(target);
    await core.heard(1);
    core.answer(0, { open: 1, unread: 2, held: 3, queued: 4 });
    expect(await answer).toEqual({ open: 1, unread: 2, held: 3, queued: 4 });
  });

  it('throws the error of the core with its code', async () => {
    const target = aWindow();
    const client = aClient(target);
    const core = aCore(target);
    const answer = client.call('workspaces.get', { workspaceId: 'gone' });
    await core.heard(1);
    core.refuse(0, { code: 'not_found', message: 'There is no such workspace.' });
    await expect(answer).rejects.toThrowError(CoreError);
    await expect(answer).rejects.toMatchObject({ code: 'not_found' });
  });

  it('gives each answer to the one who asked, in whatever order they come', async () => {
    const target = aWindow();
    const client = aClient(target);
    const core = aCore(target);
    const first = client.call('workspaces.get', { workspaceId: 'a' });
    const second = client.call('workspaces.get', { workspaceId: 'b' });
    await core.heard(2);
    core.answer(1, 'for b');
    core.answer(0, 'for a');
    expect(await Promise.all([first, second])).toEqual(['for a', 'for b']);
  });

  it('hears events, and no longer once it has stopped listening', async () => {
    const target = aWindow();
    const client = aClient(target);
    const heard: unknown[] = [];
    const stop = client.on('workspaces:changed', (payload) => heard.push(payload));
    const core = aCore(target);
    core.port.postMessage({ event: 'workspaces:changed', payload: { workspaceId: 'w1' } });
    await vi.waitFor(() => expect(heard).toEqual([{ workspaceId: 'w1' }]));
    stop();
    core.port.postMessage({ event: 'workspaces:changed', payload: { workspaceId: 'w2' } });
    const last = client.call('workspaces.total', {});
    await core.heard(1);
    core.answer(0, {});
    await last;
    expect(heard).toHaveLength(1);
  });

  it('fails what was under way when the core restarts, and never asks it twice', async () => {
    const target = aWindow();
    const client = aClient(target);
    const first = aCore(target);
    const lost = client.call('outbox.recall', { workspaceId: 'w', itemId: 'o' });
    await first.heard(1);
    const second = aCore(target);
    await expect(lost).rejects.toMatchObject({ error: { code: 'internal', reason: 'core_restarted' } });
    const next = client.call('workspaces.total', {});
    await second.heard(1);
    second.answer(0, {});
    await next;
    expect(second.calls.map((call) => call.op)).toEqual(['workspaces.total']);
  });

  it('says that the core is gone, and that it is back', async () => {
    const target = aWindow();
    const client = aClient(target);
    const states: string[] = [];
    client.onLink((state) => states.push(state));
    const core = aCore(target);
    core.port.close();
    await vi.waitFor(() => expect(states).toEqual(['linked', 'lost']));
    aCore(target);
    expect(states).toEqual(['linked', 'lost', 'linked']);
  });

  it('tells a restarted core who sits here before anything else', async () => {
    const target = aWindow();
    const client = aClient(target);
    const first = aCore(target);
    const acted = client.call('agency.actAs', { staffId: 's2' });
    await first.heard(1);
    first.answer(0, {});
    await acted;
    const second = aCore(target);
    void client.call('workspaces.total', {}).catch(() => undefined);
    await second.heard(2);
    expect(second.calls[0]).toMatchObject({ op: 'agency.actAs', input: { staffId: 's2' } });
  });

  it('takes no port that comes under another name', () => {
    const target = aWindow();
    const client = aClient(target);
    const { port1, port2 } = new MessageChannel();
    open.push(port1, port2);
    target.hand('something-else', [port2]);
    expect(client.linkState()).toBe('waiting');
  });
});
