import { app } from 'electron';
import type { CoreHost } from './core-host';

/** How long the core may take to write what it holds, in ms. */
const quitLimitMs = 2_000;

/**
 * Makes quitting wait for the core: once all windows are gone (so that their last words have arrived), it is asked to leave, and after
 * two seconds it is killed. Answers what ends the app after a failure, where nothing is waited for but the core.
 */
export function leaveOnce(core: CoreHost): (relaunch: boolean) => void {
  let leaving: Promise<void> | null = null;
  const finish = (exitCode: number): void => {
    leaving ??= core.quit(quitLimitMs);
    void leaving.then(() => app.exit(exitCode));
  };
  app.on('will-quit', (event) => {
    event.preventDefault();
    finish(0);
  });
  return (relaunch) => {
    if (relaunch) app.relaunch();
    finish(1);
  };
}
