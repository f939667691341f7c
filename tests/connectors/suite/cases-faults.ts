import { expect } from 'vitest';
import type { ConnectorErrorKind } from '../../../electron/core/connectors/core/errors';
import type { CaseRunner, CaseTools } from './runner';
import { need, never, openDesk, valueOf } from './tools';

/** One reading while something is wrong: the error's kind, and afterwards the same account works. */
const errorOfRead = async ({ desk, network, world }: CaseTools): Promise<ConnectorErrorKind | 'ok'> => {
  const stream = network.connector.manifest.streams[0]?.id ?? '';
  const pulled = await desk.link.pull(stream, null, never);
  await world.faults.reset();
  valueOf(await desk.link.identify(never));
  return pulled.ok ? 'ok' : pulled.error.kind;
};

/** Bad input and refused credentials. */
export const faultCases: CaseRunner = {
  'expired token': async ({ desk, world, brand }) => {
    await need(world.faults.expireToken, 'expireToken')(brand);
    const [first, second] = await Promise.all([desk.link.identify(never), desk.link.identify(never)]);
    expect(valueOf(first).handle).toBe(brand.handle);
    expect(valueOf(second).handle).toBe(brand.handle);
    if (world.faults.renewals !== undefined) expect(await world.faults.renewals()).toBe(1);
  },
  'revoked token': async ({ network, world }) => {
    const [, brand] = world.brands;
    const desk = await openDesk(network.connector, world, brand);
    valueOf(await desk.link.identify(never));
    await need(world.faults.revoke, 'revoke')(brand);
    const refused = await desk.link.identify(never);
    expect(refused.ok ? 'ok' : refused.error.kind).toBe('auth_revoked');
    desk.link.close();
  },
  throttled: async (tools) => {
    const { desk, network, world } = tools;
    await need(world.faults.throttle, 'throttle')(7);
    const pulled = await desk.link.pull(network.connector.manifest.streams[0]?.id ?? '', null, never);
    await world.faults.reset();
    expect(pulled.ok ? 'ok' : pulled.error.kind).toBe('rate_limited');
    if (!pulled.ok) expect(pulled.error.retryAfterMs).toBe(7_000);
  },
  'server error': async (tools) => {
    await need(tools.world.faults.serverError, 'serverError')();
    expect(await errorOfRead(tools)).toBe('transient');
  },
  html: async (tools) => {
    await need(tools.world.faults.html, 'html')();
    expect(await errorOfRead(tools)).toBe('garbage');
  },
  cut: async (tools) => {
    await need(tools.world.faults.cut, 'cut')();
    expect(await errorOfRead(tools)).toBe('garbage');
  },
};
