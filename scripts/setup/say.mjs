/** Prints one line of progress on stderr: stdout belongs to results (the driver prints JSON and nothing else). */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Something that set-up cannot bring by itself; `mend` is the command that would. */
export class CannotHave extends Error {
  constructor(what, mend) {
    super(`${what} Mend it with: ${mend}`);
    this.name = 'CannotHave';
    this.mend = mend;
  }
}

/** Runs a script's main function; what cannot be had becomes one clear line and exit status 1. */
export async function runMain(main) {
  try {
    requireNode();
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    say(error instanceof CannotHave ? `chorale: ${error.message}` : `chorale: ${error?.stack ?? error}`);
    process.exitCode = 1;
  }
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 18)) return;
  throw new CannotHave(`Node 20.18 or newer is needed; this is ${process.versions.node}.`, 'installing Node 22 or 24');
}
