import { text as readAll } from 'node:stream/consumers';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { appError, type AppError } from '@shared/domain/errors';
import { err, ok, type Result } from '@shared/domain/result';
import { readArguments } from './arguments';
import { openSession } from './open-session';
import type { DriverSession } from './session';

const print = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value)}\n`);
const lineCall = z.object({
  id: z.union([z.number(), z.string()]),
  op: z.string(),
  input: z.unknown().optional(),
  as: z.string().optional(),
});

/** Runs the command line without a window. Prints JSON only; returns the exit status. */
export async function runDriver(argv: readonly string[]): Promise<number> {
  // Whoever reads us may leave early (`| head`): what was asked is done all the same, and nobody is told.
  process.stdout.on('error', () => {});
  const args = readArguments(argv, process.env);
  if (typeof args === 'string') return fail(appError('validation_failed', args, { reason: 'arguments' }));
  const opened = await openSession(args);
  if (!opened.ok) return fail(opened.error);
  const session = opened.value;
  try {
    if (args.mode === 'repl') return await repl(session, args.as);
    if (args.mode === 'list') {
      print({ ok: true, value: { operations: await session.describe() } });
      return 0;
    }
    const input = await readInput(args.input);
    if (!input.ok) return fail(input.error);
    const result = await session.call(args.operation ?? '', input.value, args.as);
    print(result);
    return result.ok ? 0 : 1;
  } finally {
    await session.close();
  }
}

function fail(error: AppError): number {
  print({ ok: false, error });
  return 1;
}

/** Standard input as a stream: a pipe that is slower than we are has no bytes yet, which is not its end. */
async function readInput(text: string | undefined): Promise<Result<unknown>> {
  try {
    const json = text === '-' ? await readAll(process.stdin) : (text ?? '{}');
    return ok(JSON.parse(json));
  } catch {
    return err(appError('validation_failed', 'The input is not JSON.', { reason: 'json' }));
  }
}

/** One call a line until standard input ends; answers come as they are ready, events in between. */
async function repl(session: DriverSession, as: string | undefined): Promise<number> {
  session.onEvent(print);
  const open = new Set<Promise<void>>();
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === '') continue;
    const parsed = lineCall.safeParse(parseJson(line));
    if (!parsed.success) {
      print({
        id: null,
        ok: false,
        error: appError('validation_failed', 'This line is not a call.', { reason: 'json' }),
      });
      continue;
    }
    const { id, op, input } = parsed.data;
    const work = session.call(op, input ?? {}, parsed.data.as ?? as).then((result) => print({ id, ...result }));
    open.add(work);
    void work.finally(() => open.delete(work));
  }
  await Promise.all(open);
  return 0;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
