import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface KillRun {
  /** Starts that were killed while a send was under way. */
  readonly kills: number;
  /** Starts that ended by themselves or were ended because nothing happened any more. */
  readonly quiet: number;
}

/**
 * Starts a process again and again and kills it (SIGKILL) a few ms after it says that it sends, until `kills` kills were
 * made or nothing is left to send. The delay is drawn anew each time, from 0 to `spreadMs`.
 */
export async function killAgainAndAgain(options: {
  readonly args: readonly string[];
  readonly kills: number;
  readonly spreadMs: number;
  readonly random: () => number;
  /** `nth` counts the lines of this life from 1. */
  readonly isSending: (line: string, nth: number) => Promise<boolean> | boolean;
  readonly isDone: () => Promise<boolean> | boolean;
  readonly quietMs: number;
}): Promise<KillRun> {
  let kills = 0;
  let quiet = 0;
  while (kills < options.kills && !(await options.isDone())) {
    const wasKilled = await oneLife(options);
    if (wasKilled) kills += 1;
    else quiet += 1;
    if (quiet > options.kills + 20) break;
  }
  return { kills, quiet };
}

function oneLife(options: Parameters<typeof killAgainAndAgain>[0]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...options.args], { stdio: ['ignore', 'pipe', 'inherit'] });
    let wasKilled = false;
    let nth = 0;
    let idle = setTimeout(() => child.kill('SIGKILL'), options.quietMs);
    createInterface({ input: child.stdout }).on('line', (line) => {
      clearTimeout(idle);
      idle = setTimeout(() => child.kill('SIGKILL'), options.quietMs);
      nth += 1;
      void Promise.resolve(options.isSending(line, nth)).then((isSending) => {
        if (!isSending || wasKilled) return;
        wasKilled = true;
        setTimeout(() => child.kill('SIGKILL'), options.random() * options.spreadMs);
      });
    });
    child.once('exit', () => {
      clearTimeout(idle);
      resolve(wasKilled);
    });
  });
}

/** Numbers from 0 to 1 that are the same in every run. */
export const seeded = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
};
