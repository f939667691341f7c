import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { launchElectron } from '../support/launch-electron';
import type { ElectronApplication } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePackagedApp } from '../support/packaged-app';
import { windowEnvironment } from '../support/shell-app';

const isRoot = process.getuid?.() === 0;
const userName = 'chorale-e2e';
let dir: string;
let packaged: { readonly dir: string; readonly program: string };

/** Ids of the ordinary user that the app runs as: one of our own making where the tests run as root, else whoever runs them. */
function ordinaryUser(): { readonly uid: number; readonly gid: number; readonly name: string } {
  if (!isRoot) return { uid: userInfo().uid, gid: userInfo().gid, name: userInfo().username };
  if (spawnSync('id', [userName]).status !== 0) {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/sh', userName]);
  }
  const id = (flag: string): number => Number(execFileSync('id', [flag, userName], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g'), name: userName };
}

/** A program that starts the app as that user, with a display it may use; its process becomes the app's. */
function makeStarter(): string {
  const user = ordinaryUser();
  const home = join(dir, 'home');
  execFileSync('mkdir', ['-p', join(home, 'run')]);
  chmodSync(join(home, 'run'), 0o700);
  const authority = process.env['XAUTHORITY'];
  const ownAuthority = join(home, 'xauthority');
  if (authority !== undefined && existsSync(authority)) copyFileSync(authority, ownAuthority);
  if (isRoot) execFileSync('chown', ['-R', `${user.uid}:${user.gid}`, home]);
  const starter = join(dir, 'start.sh');
  const change = isRoot ? `setpriv --reuid=${user.uid} --regid=${user.gid} --clear-groups ` : '';
  // Playwright speaks to the app through a debugger, which a release refuses: the app is started by its folder, as in development.
  writeFileSync(
    starter,
    `#!/bin/sh\nexport HOME='${home}' XDG_RUNTIME_DIR='${home}/run' XAUTHORITY='${ownAuthority}'\nexec ${change}'${packaged.dir}/electron' "$@"\n`,
  );
  chmodSync(starter, 0o755);
  return starter;
}

interface Confinement {
  readonly type: string;
  readonly seccomp: string;
  readonly noNewPrivileges: string;
  readonly userNamespace: string;
}

const field = (status: string, name: string): string => new RegExp(`^${name}:\\s*(\\d+)$`, 'm').exec(status)?.[1] ?? '';

async function readConfinement(app: ElectronApplication): Promise<readonly Confinement[]> {
  const processes = await app.evaluate(({ app: electron }) =>
    electron.getAppMetrics().map(({ pid, type }) => ({ pid, type })),
  );
  return processes.map(({ pid, type }) => {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return {
      type,
      seccomp: field(status, 'Seccomp'),
      noNewPrivileges: field(status, 'NoNewPrivs'),
      userNamespace: readlinkSync(`/proc/${pid}/ns/user`),
    };
  });
}

async function withApp<T>(isSandboxed: boolean, work: (app: ElectronApplication) => Promise<T>): Promise<T> {
  const app = await launchElectron({
    executablePath: makeStarter(),
    args: [join(packaged.dir, 'resources/app'), `--profile=${join(dir, 'home', `profile-${isSandboxed}`)}`],
    chromiumSandbox: isSandboxed,
    env: windowEnvironment(),
  });
  try {
    const page = await app.firstWindow();
    await page.waitForFunction(() => window.bare.ports > 0);
    return await work(app);
  } finally {
    await app.close();
  }
}

beforeAll(() => {
  packaged = makePackagedApp();
  copyFileSync(packaged.program, join(packaged.dir, 'electron'));
  dir = mkdtempSync(join(tmpdir(), 'chorale-user-'));
  chmodSync(dir, 0o755);
  if (isRoot) chownSync(dir, ordinaryUser().uid, ordinaryUser().gid);
});
afterAll(() => {
  rmSync(packaged.dir, { recursive: true, force: true });
  rmSync(dir, { recursive: true, force: true });
});

describe('the sandbox, by the word of the system (E4)', () => {
  it('holds the page of an ordinary user: filtered calls, no new rights, a namespace of its own', async () => {
    const all = await withApp(true, readConfinement);
    const main = all.find((each) => each.type === 'Browser');
    const pages = all.filter((each) => each.type === 'Tab');
    expect(pages.length).toBeGreaterThan(0);
    for (const page of pages) {
      expect(page).toMatchObject({ seccomp: '2', noNewPrivileges: '1' });
      expect(page.userNamespace).not.toBe(main?.userNamespace);
    }
  });

  it('would be gone with --no-sandbox, which a release refuses', async () => {
    const all = await withApp(false, readConfinement);
    expect(all.find((each) => each.type === 'Tab')?.seccomp).toBe('0');
  });
});
