import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ensureDebianPackages } from './debian-packages.mjs';
import { withLock } from './lock.mjs';
import { npmCommand } from './npm-packages.mjs';
import { modulePath, userCacheDir } from './paths.mjs';
import { run } from './processes.mjs';
import { CannotHave, say } from './say.mjs';

/** Where better-sqlite3 looks before it looks at its shipped binaries. */
const compiledFile = modulePath('better-sqlite3', 'build', 'Release', 'better_sqlite3.node');

/**
 * These runtimes offer a Node-API older than the shipped binary wants. The switch compiles against what they have; the
 * one result serves them all. Releases use the shipped binary and contain no `build/` folder.
 */
const compilerFlags =
  '-UNAPI_VERSION -DNAPI_VERSION=2147483647 -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT';

/**
 * Makes better-sqlite3 load in every given runtime (`{ path, env }`), compiling it once where it does not.
 * Answers `shipped` or `compiled`.
 */
export async function ensureSqlite(runtimes) {
  if (await loadsInAll(runtimes)) return existsSync(compiledFile) ? 'compiled' : 'shipped';
  await withLock(join(userCacheDir, 'better-sqlite3.lock'), async () => {
    const cached = cachedBinary();
    if (existsSync(cached)) {
      install(cached);
      if (await loadsInAll(runtimes)) return;
    }
    await compile(cached);
    install(cached);
    if (await loadsInAll(runtimes)) return;
    throw new CannotHave('better-sqlite3 was compiled, but does not load.', `rm -rf "${dirname(cached)}" && npm start`);
  });
  return 'compiled';
}

/** Asks in a child process: where the binary does not fit, loading it ends in a crash without an exception. */
async function loadsInAll(runtimes) {
  const code = `const D = require(${JSON.stringify(modulePath('better-sqlite3'))});
    console.log(new D(':memory:').prepare('select count(*) as n from pragma_compile_options').get().n > 0 ? 'loads' : '')`;
  const probes = runtimes.map(({ path, env }) =>
    run(path, ['-e', code], { env: { ...process.env, ...env }, timeoutMs: 60_000 }),
  );
  return (await Promise.all(probes)).every(({ stdout }) => stdout.trim() === 'loads');
}

function cachedBinary() {
  const { version } = JSON.parse(readFileSync(modulePath('better-sqlite3', 'package.json'), 'utf8'));
  return join(userCacheDir, `better-sqlite3-${version}-${process.platform}-${process.arch}`, 'better_sqlite3.node');
}

function install(file) {
  mkdirSync(dirname(compiledFile), { recursive: true });
  // Beside it, then renamed: a running app keeps the file that it has loaded.
  copyFileSync(file, `${compiledFile}.new`);
  renameSync(`${compiledFile}.new`, compiledFile);
}

async function compile(target) {
  await ensureDebianPackages(['compiler']);
  say('Compiling better-sqlite3 for this Node (once, one to three minutes) …');
  const workDir = join(userCacheDir, `better-sqlite3-work-${process.pid}`);
  rmSync(workDir, { recursive: true, force: true });
  try {
    const source = join(workDir, 'source');
    mkdirSync(source, { recursive: true });
    const skip = modulePath('better-sqlite3', 'build');
    cpSync(modulePath('better-sqlite3'), source, { recursive: true, filter: (path) => !path.startsWith(skip) });
    const nodeDir = await findNodeHeaders(workDir);
    const result = await run(
      process.execPath,
      [
        modulePath('node-gyp', 'bin', 'node-gyp.js'),
        ...['rebuild', '--release', '--force_build=1', '--jobs=max', `--nodedir=${nodeDir}`],
      ],
      { cwd: source, env: { ...process.env, CXXFLAGS: compilerFlags, NODE_PATH: modulePath() } },
    );
    const built = join(source, 'build', 'Release', 'better_sqlite3.node');
    if (result.code !== 0 || !existsSync(built)) {
      const why = result.stderr.trim().split('\n').slice(-6).join('\n  ');
      throw new CannotHave(
        `better-sqlite3 could not be compiled:\n  ${why}\n`,
        'apt-get install -y g++ make python3, or use Node 22.14 or newer',
      );
    }
    mkdirSync(dirname(target), { recursive: true });
    renameSync(built, target);
  } finally {
    rmSync(workDir, { recursive: true, force: true });
  }
}

/** A folder with `include/node/node_api.h`: the machine's own headers, else those inside npm's `node` package. */
async function findNodeHeaders(workDir) {
  const [command, args] = npmCommand(['config', 'get', 'nodedir']);
  const configured = (await run(command, args)).stdout.trim();
  const beside = dirname(dirname(process.execPath));
  for (const dir of [configured, beside, '/usr', '/usr/local']) {
    if (dir && existsSync(join(dir, 'include', 'node', 'node_api.h'))) return dir;
  }
  say('Fetching the headers of Node from npm …');
  const [npm, npmArgs] = npmCommand([
    ...['install', '--prefix', workDir, '--no-save', '--ignore-scripts', '--no-audit', '--no-fund'],
    `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}@${process.versions.node}`,
  ]);
  await run(npm, npmArgs, { cwd: workDir });
  const fetched = join(workDir, 'node_modules', `node-${process.platform}-${process.arch}`);
  if (existsSync(join(fetched, 'include', 'node', 'node_api.h'))) return fetched;
  throw new CannotHave(
    'The headers of Node were not found.',
    'apt-get install -y libnode-dev, or use Node 22.14 or newer',
  );
}
