import { execFile } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import { acme, buildForKeychain } from './support/client';
import { absent, done, found, useFixture } from './support/fixture';
import type { Keyring } from './support/keyring';

const { aKeyring, aClient } = useFixture();
const account = 'profile-1/acme/bluesky-1';
const oldValue = 'old'.repeat(1_500);
const newValue = 'new'.repeat(2_500);
let writer = '';
beforeAll(async () => {
  writer = await buildForKeychain('tests/keychain/support/crash-writer.ts', 'crash-writer.mjs');
});

/** Runs the writer until it ends itself before call `crashAt`; true when it got to its end before that. */
const crash = (keyring: Keyring, crashAt: number, value?: string): Promise<boolean> =>
  new Promise((resolve) => {
    const env = { ...keyring.env, CRASH_AT: String(crashAt), CRASH_ACCOUNT: account, CRASH_VALUE: value };
    if (value === undefined) delete env.CRASH_VALUE;
    execFile(process.execPath, [writer], { env }, (_error, stdout) => resolve(stdout.includes('finished')));
  });

describe('K12: a crash in the middle of a write', () => {
  it('leaves the old or the new value whole, whatever the point, and no rest after the next write', async () => {
    const keyring = await aKeyring();
    const { client } = aClient(keyring);
    const outcomes: string[] = [];
    for (let crashAt = 1; ; crashAt += 1) {
      expect(await client.set(acme, oldValue)).toEqual(done);
      const isFinished = await crash(keyring, crashAt, newValue);
      const read = await client.get(acme);
      expect([found(oldValue), found(newValue)]).toContainEqual(read);
      outcomes.push(read.ok && read.value.status === 'found' && read.value.value === newValue ? 'new' : 'old');
      if (isFinished) break;
    }
    expect(outcomes.filter((outcome) => outcome === 'old').length).toBeGreaterThan(4);
    expect(outcomes.lastIndexOf('old')).toBeLessThan(outcomes.indexOf('new'));
    await client.set(acme, 'short');
    const names = (await keyring.storedItems()).map((item) => item.account).filter((name) => name.startsWith(account));
    expect(names.length).toBe(2);
  });

  it('lets a delete that was cut short be finished, without ever giving out half a value', async () => {
    const keyring = await aKeyring();
    const { client } = aClient(keyring);
    for (let crashAt = 1; ; crashAt += 1) {
      await client.set(acme, oldValue);
      const isFinished = await crash(keyring, crashAt);
      const read = await client.get(acme);
      expect([found(oldValue), { ok: true, value: { status: 'damaged' } }, absent]).toContainEqual(read);
      expect(await client.delete(acme)).toEqual(done);
      expect(
        (await keyring.storedItems()).map((item) => item.account).filter((name) => name.startsWith(account)),
      ).toEqual([]);
      if (isFinished) break;
    }
  });
});
