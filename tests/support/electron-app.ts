export { launchApp } from '../../scripts/run/launch-app.mjs';
export type { LaunchedApp, LaunchOptions } from '../../scripts/run/launch-app.mjs';
