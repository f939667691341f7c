import { spawn, spawnSync } from 'node:child_process';

/** The system calls by which a database file changes. */
export const storageCalls = 'write,pwrite64,fsync,fdatasync,ftruncate,rename,unlink';

/** Fails with the name of what is missing where faults cannot be injected here. */
export function needStrace(): void {
  const probe = spawnSync('strace', ['-qq', '-e', 'trace=none', 'true']);
  if (probe.error || probe.status !== 0) {
    throw new Error('strace is missing or may not trace here; install the Debian package strace (Linux only)');
  }
}

export interface TracedRun {
  readonly lines: readonly string[];
  /** How the process ended; `SIGKILL` where the fault struck. */
  readonly signal: NodeJS.Signals | null;
  readonly code: number | null;
  readonly stderr: string;
}

/**
 * Runs a script in plain Node under strace. Only calls on `paths` are counted, and `inject` says what happens at which of
 * them (see strace(1)); `traceTo` is where the counted calls are written.
 */
export function runTraced(options: {
  readonly args: readonly string[];
  readonly paths: readonly string[];
  readonly calls: string;
  readonly inject: string | null;
  readonly traceTo: string;
}): Promise<TracedRun> {
  const { args, paths, calls, inject, traceTo } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(
      'strace',
      [
        ...['-f', '-qq', '-e', 'signal=none', '-o', traceTo, '-e', `trace=${calls}`],
        ...paths.flatMap((path) => ['-P', path]),
        ...(inject === null ? [] : ['-e', `inject=${calls}:${inject}`]),
        ...[process.execPath, ...args],
      ],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.once('error', reject);
    // strace ends as its program ended.
    child.once('close', (code, signal) => resolve({ lines: stdout.split('\n').slice(0, -1), signal, code, stderr }));
  });
}
