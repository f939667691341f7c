import { spawn } from 'node:child_process';

/**
 * Runs a command to its end and keeps its output. Never rejects: a command that cannot be started has `code` null.
 * `timeoutMs` ends the command and its children; `onStderr` gets what it writes there as it comes.
 */
export function run(command, args, { cwd, env = process.env, timeoutMs, onStderr } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    let stdout = '';
    let stderr = '';
    let timedOut = false;
    const timer = timeoutMs && setTimeout(() => ((timedOut = true), endGroup(child)), timeoutMs);
    child.stdout.setEncoding('utf8').on('data', (part) => (stdout += part));
    child.stderr.setEncoding('utf8').on('data', (part) => {
      stderr += part;
      onStderr?.(part);
    });
    child.on('error', (error) => finish(null, null, String(error)));
    child.on('close', (code, signal) => finish(code, signal, ''));
    const release = passOnSignals(child);

    function finish(code, signal, extra) {
      clearTimeout(timer);
      release();
      done({ code, signal, timedOut, stdout, stderr: stderr + extra });
    }
  });
}

/** How a command ended that should have ended with 0, and the last lines that it wrote. */
export function whyFailed({ code, signal, timedOut, stdout, stderr }, lines = 200) {
  const how = timedOut ? 'took too long' : signal ? `was ended by ${signal}` : `ended with status ${code}`;
  return `It ${how}.\n${`${stdout}\n${stderr}`.trim().split('\n').slice(-lines).join('\n')}`;
}

/** Ends a child started with `detached: true`, and everything it started. */
export function endGroup(child, signal = 'SIGKILL') {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It has ended already.
  }
}

/** How long something that was asked to end may take before it is killed. */
const endWithinMs = 10_000;

/**
 * Hands the terminal's Ctrl+C and a kill of this script on to a detached child, to all that it started or to it `alone`
 * (an app ends its own helpers); kills what has not ended in time. Call the result to stop that.
 */
export function passOnSignals(child, { alone = false } = {}) {
  const handlers = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => {
    const handler = () => {
      if (alone) child.kill(signal);
      else endGroup(child, signal);
      process.exitCode = 130;
      setTimeout(() => {
        endGroup(child);
        process.exit(130);
      }, endWithinMs).unref();
    };
    process.on(signal, handler);
    return [signal, handler];
  });
  return () => handlers.forEach(([signal, handler]) => process.off(signal, handler));
}

/** True when a program of that name is on the PATH. */
export async function hasProgram(name) {
  return (await run('sh', ['-c', 'command -v "$1"', 'sh', name])).code === 0;
}
