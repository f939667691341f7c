import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { acme } from './support/client';
import { useFixture } from './support/fixture';

const { aKeyring, aClient } = useFixture();

/** Files under `folder` that hold the secret in plain text, UTF-16, hex or base64 at any offset. */
function filesWith(folder: string, secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  // Base64 of the middle, for each of the three places where a group can begin.
  const encoded = [0, 1, 2].map((skip) =>
    bytes.subarray(skip, skip + Math.floor((bytes.length - skip) / 3) * 3).toString('base64'),
  );
  const needles = [
    bytes,
    Buffer.from(secret, 'utf16le'),
    Buffer.from(bytes.toString('hex')),
    ...encoded.map((text) => Buffer.from(text)),
  ];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => needles.some((needle) => readFileSync(path).includes(needle)));
}

describe('credentials on the disk', () => {
  it('are never there in plain text, in no state of the keychain', async () => {
    const keyring = await aKeyring();
    const secret = 'app-password-7f3k-9q2m-x8vd-w4hz';
    const { client } = aClient(keyring);
    const states: string[] = [];
    const look = async (): Promise<void> => {
      await client.set(acme, secret);
      states.push(client.state());
      expect(filesWith(keyring.home, secret)).toEqual([]);
    };
    await look();
    await keyring.lock();
    await look();
    await keyring.killDaemon();
    keyring.truncateFile(20);
    await keyring.startDaemon();
    await client.refresh('press');
    await look();
    await client.acceptLoss();
    await look();
    keyring.freeze();
    await look();
    keyring.thaw();
    expect(states).toEqual(['ready', 'locked', 'lost', 'ready', 'frozen']);
  });

  it('would be found by this search', async () => {
    const keyring = await aKeyring({ bus: 'none', daemon: 'none' });
    const secret = 'app-password-7f3k-9q2m-x8vd-w4hz';
    writeFileSync(join(keyring.home, 'plain.txt'), `token=${secret}`);
    writeFileSync(join(keyring.home, 'encoded.txt'), Buffer.from(`k:${secret}`).toString('base64'));
    expect(filesWith(keyring.home, secret).length).toBe(2);
  });
});
