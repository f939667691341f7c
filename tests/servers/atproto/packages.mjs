// The packages of the network, in the cache: installed from the lockfile beside this file, and what must be compiled.
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { installed } from '../host/install.mjs';
import { say } from '../host/lifecycle.mjs';

const run = promisify(execFile);
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

/** The Node that runs the network, as an npm package with its headers. */
export const nodeFolder = (packagesFolder) => join(packagesFolder, 'node_modules', `node-linux-${process.arch}`);

/** The PDS keeps its accounts in SQLite, whose binding is compiled for the Node that runs it, with that Node's own headers. */
const compileSqlite = async (packagesFolder) => {
  say('compiling better-sqlite3 for the network (once, about 90 s)');
  const gyp = createRequire(import.meta.url).resolve('node-gyp/bin/node-gyp.js');
  const node = join(nodeFolder(packagesFolder), 'bin', 'node');
  const args = [gyp, 'rebuild', '--release', `--nodedir=${nodeFolder(packagesFolder)}`];
  const cwd = join(packagesFolder, 'node_modules', 'better-sqlite3');
  await run(node, args, { cwd, maxBuffer: MAX_OUTPUT_BYTES }).catch((error) => {
    throw new Error(
      `better-sqlite3 did not compile; this may mend it: apt-get install -y g++ make python3\n${error.stderr?.slice(-2_000)}`,
    );
  });
};

/** The folder that holds node_modules; some minutes the first time. */
export const atprotoPackages = () => installed('atproto', import.meta.dirname, compileSqlite);
