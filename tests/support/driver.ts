import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { InputOf, OperationName, OutputOf } from '@shared/contract';
import type { WireEvent } from '@shared/contract/wire';
import type { AppError } from '@shared/domain/errors';

/** What one run of the driver left: its exit status and everything it printed. */
export interface DriverRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the driver's command line once, in a process of its own. `input` goes to standard input. */
export function runDriver(coreFile: string, args: readonly string[], input = ''): Promise<DriverRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [coreFile, '--driver', ...args], { stdio: 'pipe' });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
    child.stdin.on('error', () => undefined).end(input);
  });
}

export type ReplAnswer =
  | { readonly id: number | string | null; readonly ok: true; readonly value: unknown }
  | { readonly id: number | string | null; readonly ok: false; readonly error: AppError };

/** A driver that stays: one call a line. Joins the core that has the profile, or is that core. */
export interface Driver {
  readonly events: readonly WireEvent[];
  /** Answers the value, or fails the test with the error. */
  call<Name extends OperationName>(operation: Name, input?: InputOf<Name>): Promise<OutputOf<Name>>;
  /** An operation that a connector brought. */
  steer(operation: string, input?: unknown): Promise<unknown>;
  /** The answer as it came, error or not. */
  ask(operation: string, input?: unknown, as?: string): Promise<ReplAnswer>;
  /** A line as a person would type it; the next answer without a known id is its answer. */
  sayLine(line: string): Promise<ReplAnswer>;
  /** Ends standard input and waits for the process to end; answers its exit status. */
  end(): Promise<number | null>;
}

/** Starts `--repl` on a profile. */
export function startDriver(coreFile: string, profile: string, extra: readonly string[] = []): Driver {
  const child = spawn(process.execPath, [coreFile, '--driver', '--profile', profile, '--repl', ...extra], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const pending = new Map<number | string, (answer: ReplAnswer) => void>();
  const strays: ((answer: ReplAnswer) => void)[] = [];
  const events: WireEvent[] = [];
  let isOver = false;
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  void ended.then((code) => {
    isOver = true;
    for (const settle of [...pending.values(), ...strays]) settle(gone(code));
    pending.clear();
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    const message = JSON.parse(line) as ReplAnswer | WireEvent;
    if ('event' in message) {
      events.push(message);
      return;
    }
    const settle = message.id === null ? undefined : pending.get(message.id);
    if (message.id !== null) pending.delete(message.id);
    (settle ?? strays.shift())?.(message);
  });
  child.stdin.on('error', () => undefined);
  let nextId = 0;
  const ask = (op: string, input: unknown = {}, as?: string): Promise<ReplAnswer> => {
    if (isOver) return Promise.resolve(gone(child.exitCode));
    nextId += 1;
    const id = nextId;
    return new Promise((resolve) => {
      pending.set(id, resolve);
      child.stdin.write(`${JSON.stringify({ id, op, input, ...(as === undefined ? {} : { as }) })}\n`);
    });
  };
  const valueOf = async (op: string, input: unknown): Promise<unknown> => {
    const answer = await ask(op, input);
    if (answer.ok) return answer.value;
    throw new Error(`${op}: ${JSON.stringify(answer.error)}`);
  };
  return {
    events,
    call: async <Name extends OperationName>(op: Name, input?: InputOf<Name>) =>
      (await valueOf(op, input)) as OutputOf<Name>,
    steer: valueOf,
    ask,
    sayLine: (line) =>
      new Promise((resolve) => {
        strays.push(resolve);
        child.stdin.write(`${line}\n`);
      }),
    end() {
      child.stdin.end();
      return ended;
    },
  };
}

const gone = (code: number | null): ReplAnswer => ({
  id: null,
  ok: false,
  error: { code: 'internal', message: `the driver ended with status ${code}` },
});
