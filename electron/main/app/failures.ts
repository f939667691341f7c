import { app, dialog } from 'electron';
import type { AppError } from '@shared/domain/errors';
import { describeError, newIncidentId } from './log';
import type { ShellLog } from './log';
import type { Say } from './texts';

/** Exit status where the profile could not be opened. */
const refusedProfileExitCode = 3;

/** Says that the app must be started again, once it can show that; answers whether the person wants it. */
async function askAfterFailure(incidentId: string, say: Say): Promise<boolean> {
  await app.whenReady();
  const { response } = await dialog.showMessageBox({
    type: 'error',
    message: say('mainFailed'),
    detail: say('mainFailedDetail', { incident: incidentId }),
    buttons: [say('restart'), say('quit')],
    noLink: true,
  });
  return response === 0;
}

/** Catches what nobody caught: written down without its text, then the app offers to start again. */
export function catchFailures(say: Say, log: ShellLog, leave: (relaunch: boolean) => void): void {
  let isAsking = false;
  process.on('uncaughtException', (thrown) => {
    const incidentId = newIncidentId();
    log.error('main.uncaught', { ...describeError(thrown), incidentId });
    if (isAsking) return;
    isAsking = true;
    void askAfterFailure(incidentId, say).then(leave);
  });
  process.on('unhandledRejection', (reason) => {
    log.error('main.unhandled', { ...describeError(reason), incidentId: newIncidentId() });
  });
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    // Chromium starts its own helpers again, without the graphics card where that is what fails.
    if (reason !== 'clean-exit' && type !== 'Utility') log.warn('process.gone', { state: type, reason, exitCode });
  });
}

/** Says why the profile cannot be opened, and ends with status 3. */
export async function tellRefused(error: AppError, say: Say): Promise<void> {
  const isInUse = error.code === 'conflict';
  await dialog.showMessageBox({
    type: 'error',
    message: say(isInUse ? 'profileInUse' : 'profileNewer'),
    detail: isInUse ? say('profileInUseDetail') : error.message,
    buttons: [say('quit')],
  });
  app.exit(refusedProfileExitCode);
}

/** Says that the core died too often; answers whether to try again. */
export async function askAfterCoreLoss(say: Say): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'error',
    message: say('coreGone'),
    detail: say('coreGoneDetail'),
    buttons: [say('tryAgain'), say('quit')],
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}
