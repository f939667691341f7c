/**
 * Switches that open a debugger into the app or take its protection away. The fuses of the binary do not cover Chromium's own ones
 * (tried on Electron 33: with every fuse off, --remote-debugging-port still gave full access to the page).
 */
export const refusedSwitches: readonly string[] = [
  'inspect',
  'inspect-brk',
  'inspect-port',
  'inspect-wait',
  'inspect-publish-uid',
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'no-sandbox',
  'disable-setuid-sandbox',
  'disable-seccomp-filter-sandbox',
  'disable-namespace-sandbox',
  'disable-gpu-sandbox',
  'no-zygote',
  'single-process',
  'in-process-gpu',
  'disable-web-security',
  'disable-site-isolation-trials',
  'disable-site-isolation-for-policy',
  'allow-running-insecure-content',
  'unsafely-treat-insecure-origin-as-secure',
  'ignore-certificate-errors',
  'ignore-certificate-errors-spki-list',
  'allow-file-access-from-files',
  'host-rules',
  'host-resolver-rules',
  'js-flags',
  'load-extension',
  'disable-extensions-except',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
  'renderer-startup-dialog',
];

/** Exit status of a start that was refused. */
const refusedExitCode = 97;

/** The first refused switch among the arguments, in any of the spellings that Chromium and Node read; null where there is none. */
export function findRefusedSwitch(argv: readonly string[], hasSwitch: (name: string) => boolean): string | null {
  for (const argument of argv) {
    const name = /^(?:--?|\/)([a-z][a-z_-]*)(?:=|$)/i.exec(argument)?.[1];
    const spelled = name?.toLowerCase().replaceAll('_', '-');
    if (spelled !== undefined && refusedSwitches.includes(spelled)) return spelled;
  }
  return refusedSwitches.find((name) => hasSwitch(name)) ?? null;
}

interface RefuseOptions {
  readonly isPackaged: boolean;
  readonly argv: readonly string[];
  readonly hasSwitch: (name: string) => boolean;
  readonly exit: (code: number) => void;
  readonly say: (line: string) => void;
}

/** Ends a packaged app that was started with such a switch, before anything else happens. */
export function refuseWeakeningSwitches(options: RefuseOptions): void {
  if (!options.isPackaged) return;
  const found = findRefusedSwitch(options.argv, options.hasSwitch);
  if (found === null) return;
  options.say(`Chorale does not start with --${found}.\n`);
  options.exit(refusedExitCode);
}
