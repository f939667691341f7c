// A program from a Debian package, unpacked into the user's cache: nothing is installed and no setting of the machine's
// apt is changed. The mirror is the one that apt is set up with; where the release lacks the package its backports have it.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cacheRoot, withFolderLock } from './install.mjs';
import { say } from './lifecycle.mjs';

const run = promisify(execFile);
const MAX_OUTPUT_BYTES = 16 * 1024 * 1024;
const KEYRINGS = '/usr/share/keyrings';

const codename = async () => {
  const found = /^VERSION_CODENAME=(\w+)$/m.exec(await readFile('/etc/os-release', 'utf8'));
  if (found === null) throw new Error('this is no Debian release that is known by a name');
  return found[1];
};

const mirrorOf = async (release) => {
  const filters = ['Created-By: Packages', `Codename: ${release}`];
  const { stdout } = await run('apt-get', ['indextargets', '--format', '$(REPO_URI)', ...filters]);
  const uri = stdout.split('\n').find((line) => line.startsWith('http'));
  if (uri === undefined) throw new Error('apt knows no mirror yet; this mends it: apt-get update');
  return uri;
};

const privateApt = async (folder) => {
  const release = await codename();
  const uri = await mirrorOf(release);
  const key = (await readdir(KEYRINGS).catch(() => [])).find((name) =>
    /^debian-archive-keyring\.(gpg|pgp)$/.test(name),
  );
  const signed = key === undefined ? '' : `[signed-by=${join(KEYRINGS, key)}] `;
  for (const path of ['lists/partial', 'cache/archives/partial', 'packages'])
    await mkdir(join(folder, path), { recursive: true });
  await writeFile(join(folder, 'status'), '');
  await writeFile(
    join(folder, 'sources.list'),
    [release, `${release}-backports`].map((suite) => `deb ${signed}${uri} ${suite} main\n`).join(''),
  );
  const settings = {
    'Dir::Etc::sourcelist': join(folder, 'sources.list'),
    'Dir::Etc::sourceparts': '-',
    'Dir::State::lists': join(folder, 'lists'),
    'Dir::State::status': join(folder, 'status'),
    'Dir::Cache': join(folder, 'cache'),
    'APT::Sandbox::User': 'root',
  };
  const config = join(folder, 'apt.conf');
  await writeFile(
    config,
    Object.entries(settings)
      .map(([name, value]) => `${name} "${value}";\n`)
      .join(''),
  );
  return { ...process.env, APT_CONFIG: config };
};

/** The path of `program` out of `packageName`, fetched on first use. */
export const programFromDebian = async (packageName, program) => {
  const folder = join(cacheRoot(), `debian-${packageName}`);
  const path = join(folder, 'root', program);
  if (existsSync(path)) return path;
  return withFolderLock(folder, async () => {
    if (existsSync(path)) return path;
    say(`fetching Debian's package ${packageName} into the cache (once)`);
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const env = await privateApt(folder);
    const options = { env, cwd: join(folder, 'packages'), maxBuffer: MAX_OUTPUT_BYTES };
    await run('apt-get', ['update'], options);
    const release = await codename();
    const fetch = (suite) => run('apt-get', ['download', '-t', suite, packageName], options);
    await fetch(release).catch(() => fetch(`${release}-backports`));
    const [file] = await readdir(options.cwd);
    await run('dpkg', ['-x', join(options.cwd, file), join(folder, 'root')]);
    await Promise.all(
      ['lists', 'cache', 'packages'].map((name) => rm(join(folder, name), { recursive: true, force: true })),
    );
    return path;
  });
};
