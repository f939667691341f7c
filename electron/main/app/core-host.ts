import { utilityProcess } from 'electron';
import type { MessagePortMain, UtilityProcess } from 'electron';
import { isCoreToMain } from '@shared/domain/process-messages';
import type { CoreToMain, MainToCore } from '@shared/domain/process-messages';
import type { AppError } from '@shared/domain/errors';
import { childEnvironment } from './child-environment';
import { createKeychainHost } from './keychain-host';
import type { ShellLog } from './log';
import type { Paths } from './paths';
import type { RestartBudget } from './restart-budget';

export interface CoreHostOptions {
  readonly paths: Paths;
  readonly init: Omit<Extract<MainToCore, { readonly type: 'init' }>, 'type'>;
  readonly budget: RestartBudget;
  readonly log: ShellLog;
  /** The core can be talked to; again after each restart, when every port of before is dead. */
  readonly onReady: () => void;
  /** The profile cannot be opened; the core is not started again. */
  readonly onRefused: (error: AppError) => void;
  /** It died too often; `start` tries anew. */
  readonly onGivenUp: () => void;
  readonly onSignIn: (url: string) => void;
}

/** The core process: started, started again after a crash, asked to leave. */
export interface CoreHost {
  start(): void;
  /** Gives the core one end of a client's channel; false while there is no core that is ready. */
  connect(clientId: string, port: MessagePortMain): boolean;
  power(state: 'suspend' | 'resume'): void;
  /** Asks the core to write what it holds and leave, and kills it after `limitMs`. */
  quit(limitMs: number): Promise<void>;
}

type Phase = 'down' | 'starting' | 'ready' | 'refused' | 'quitting';

export function createCoreHost(options: CoreHostOptions): CoreHost {
  const { paths, init, budget, log } = options;
  let child: UtilityProcess | null = null;
  let phase: Phase = 'down';

  const send = (message: MainToCore, ports: MessagePortMain[] = []): void => child?.postMessage(message, ports);
  const keychains = createKeychainHost(paths.keychainFile, send, log);

  const receive = (message: CoreToMain): void => {
    switch (message.type) {
      case 'keychain:spawn':
      case 'keychain:kill':
        keychains.handle(message);
        return;
      case 'ready':
        if (phase !== 'starting') return;
        phase = 'ready';
        options.onReady();
        return;
      case 'refused':
        if (phase !== 'starting') return;
        phase = 'refused';
        options.onRefused(message.error);
        return;
      case 'sign-in':
        options.onSignIn(message.url);
        return;
      case 'fatal':
        // It cannot go on: its end is handled as a crash.
        log.error('core.fatal');
        child?.kill();
        return;
      case 'quit-done':
        child?.kill();
    }
  };

  const ended = (exitCode: number): void => {
    child = null;
    keychains.killAll();
    if (phase === 'refused' || phase === 'quitting') return;
    phase = 'down';
    log.error('core.exited', { exitCode });
    if (budget.spend()) start();
    else options.onGivenUp();
  };

  function start(): void {
    if (child) return;
    phase = 'starting';
    const started = utilityProcess.fork(paths.coreFile, [], {
      serviceName: 'Chorale core',
      stdio: 'inherit',
      env: childEnvironment(process.env),
    });
    child = started;
    started.on('message', (message: unknown) => {
      if (child === started && isCoreToMain(message)) receive(message);
    });
    started.once('exit', (exitCode) => {
      if (child === started) ended(exitCode);
    });
    send({ type: 'init', ...init });
  }

  return {
    start,
    connect(clientId, port) {
      if (phase !== 'ready') return false;
      send({ type: 'client', clientId }, [port]);
      return true;
    },
    power: (state) => send({ type: 'power', state }),
    quit: (limitMs) =>
      new Promise((resolve) => {
        phase = 'quitting';
        const leaving = child;
        if (!leaving) {
          keychains.killAll();
          resolve();
          return;
        }
        const killer = setTimeout(() => {
          log.warn('core.killed', { durationMs: limitMs });
          if (leaving.pid !== undefined) process.kill(leaving.pid, 'SIGKILL');
        }, limitMs);
        leaving.once('exit', () => {
          clearTimeout(killer);
          resolve();
        });
        send({ type: 'quit' });
      }),
  };
}
