import { argv, exit, stdout } from 'node:process';
import { runDriver } from './app/driver/run';
import { serveMain, type ParentPort } from './app/utility';

/** Entry of the core: inside Electron it serves the main process, in plain Node it is the driver. */
const parentPort: ParentPort | undefined = 'parentPort' in process ? process.parentPort : undefined;
if (parentPort) {
  serveMain(parentPort);
} else {
  const from = argv.indexOf('--driver');
  void runDriver(from < 0 ? argv.slice(2) : argv.slice(from + 1)).then((status) => {
    // A pipe takes its time: leave only when all that was printed is through.
    stdout.write('', () => exit(status));
  });
}
