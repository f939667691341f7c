import { _electron } from 'playwright';
import type { ElectronApplication } from 'playwright';

type LaunchOptions = NonNullable<Parameters<typeof _electron.launch>[0]>;

/**
 * Starts Electron under Playwright. On a loaded machine Playwright now and then misses that the app is ready and waits for
 * ever; a second try, on the same profile, tells that from an app that does not start.
 */
export async function launchElectron(options: LaunchOptions): Promise<ElectronApplication> {
  try {
    return await _electron.launch(options);
  } catch (error) {
    if (!(error instanceof Error && error.name === 'TimeoutError')) throw error;
    return _electron.launch(options);
  }
}
