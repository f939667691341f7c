import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * Address of a profile's socket: a named pipe on Windows, else a file in a folder that only this user can enter. Kept
 * short, because a socket's path may be 104 bytes long at most. Throws where the folder belongs to somebody else.
 */
export function socketPathOf(profileDir: string): string {
  const name = createHash('sha256').update(resolve(profileDir)).digest('hex').slice(0, 24);
  const user = userInfo();
  if (process.platform === 'win32') return `\\\\.\\pipe\\chorale-${user.username}-${name}`;
  const folder = join(process.env['XDG_RUNTIME_DIR'] ?? tmpdir(), `chorale-${user.uid}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== user.uid) throw new Error('the socket folder belongs to somebody else');
  chmodSync(folder, 0o700);
  return join(folder, `${name}.sock`);
}
