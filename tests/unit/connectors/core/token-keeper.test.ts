import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connectorErr, connectorOk, type ConnectorResult } from '../../../../electron/core/connectors/core/errors';
import { createTokenKeeper } from '../../../../electron/core/connectors/core/token-keeper';

interface Tokens {
  readonly access: number;
}

const parse = (text: string): Tokens | null => {
  try {
    return JSON.parse(text) as Tokens;
  } catch {
    return null;
  }
};

/** A server that ends the session when a token is exchanged twice, and a store whose writing can fail or be slow. */
const setUp = (options: { pause?: () => Promise<void>; failStores?: number; failRenewals?: number } = {}) => {
  let stored = JSON.stringify({ access: 1 } satisfies Tokens);
  let valid = 1;
  let isEnded = false;
  let failStores = options.failStores ?? 0;
  let failRenewals = options.failRenewals ?? 0;
  const log: string[] = [];
  const keeper = createTokenKeeper<Tokens>({
    parse,
    credentials: {
      get: async () => connectorOk(stored),
      set: async (value) => {
        await options.pause?.();
        if (failStores > 0) {
          failStores -= 1;
          return connectorErr('transient', { networkCode: 'keychain' });
        }
        stored = value;
        log.push(`stored ${value}`);
        return connectorOk(null);
      },
    },
    renew: async (stale) => {
      log.push(`renew ${stale.access}`);
      await options.pause?.();
      if (failRenewals > 0) {
        failRenewals -= 1;
        return connectorErr('transient');
      }
      if (isEnded || stale.access !== valid) {
        isEnded = true;
        return connectorErr('auth_revoked');
      }
      valid += 1;
      return connectorOk({ access: valid });
    },
  });
  return { keeper, log, stored: () => parse(stored)?.access, isEnded: () => isEnded };
};

const valueOf = <T>(result: ConnectorResult<T>): T => {
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
};

describe('renewing the tokens of an account', () => {
  it('asks the server once per expiry and loses no token, in every order of events', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 4 }),
        async (s, callers, rounds) => {
          const world = setUp({ pause: () => s.schedule(Promise.resolve()) });
          for (let round = 0; round < rounds; round += 1) {
            const stale = valueOf(await world.keeper.current());
            const asked = Array.from({ length: callers }, () => world.keeper.renewed(stale));
            await s.waitFor(Promise.all(asked));
            for (const result of await Promise.all(asked)) expect(valueOf(result).access).toBe(stale.access + 1);
          }
          expect(world.log.filter((line) => line.startsWith('renew'))).toHaveLength(rounds);
          expect(world.stored()).toBe(rounds + 1);
          expect(world.isEnded()).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('stores a new token before anybody uses it', async () => {
    const world = setUp();
    const stale = valueOf(await world.keeper.current());
    const renewed = valueOf(await world.keeper.renewed(stale));
    expect(world.log.at(-1)).toBe(`stored ${JSON.stringify(renewed)}`);
  });

  it('hands out nothing that could not be stored, and stores it at the next call without asking the server again', async () => {
    const world = setUp({ failStores: 2 });
    const stale = valueOf(await world.keeper.current());
    expect(await world.keeper.renewed(stale)).toMatchObject({ ok: false, error: { kind: 'transient' } });
    expect((await world.keeper.current()).ok).toBe(false);
    expect(valueOf(await world.keeper.current()).access).toBe(2);
    expect(world.log.filter((line) => line.startsWith('renew'))).toHaveLength(1);
    expect(world.isEnded()).toBe(false);
  });

  it('keeps the session when renewing fails for a moment', async () => {
    const world = setUp({ failRenewals: 3 });
    const stale = valueOf(await world.keeper.current());
    for (let time = 0; time < 3; time += 1)
      expect(await world.keeper.renewed(stale)).toMatchObject({ ok: false, error: { kind: 'transient' } });
    expect(valueOf(await world.keeper.renewed(stale)).access).toBe(2);
  });

  it('does not exchange a token that another caller has replaced already', async () => {
    const world = setUp();
    const stale = valueOf(await world.keeper.current());
    await world.keeper.renewed(stale);
    expect(valueOf(await world.keeper.renewed(stale)).access).toBe(2);
    expect(world.isEnded()).toBe(false);
  });
});
