import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { InputOf, OperationName, OutputOf } from '@shared/contract';
import type { AppError } from '@shared/domain/errors';
import { openCore, type Core, type CoreOptions } from '../../../electron/core/app/core';
import type { KeychainTransport } from '../../../electron/core/ports/keychain-transport';
import { silentLogger } from '../../../electron/core/ports/logger';

/** A keychain that is not there: its process ends at once. */
export const noKeychain: KeychainTransport = {
  open: () => ({
    send: () => {},
    onMessage: () => {},
    onExit: (listener) => queueMicrotask(listener),
    kill: () => {},
  }),
};

/** A real core on real files, in this process. */
export interface TestCore {
  readonly core: Core;
  readonly profileDir: string;
  /** Answers the value, or fails the test with the error's code. */
  call<Name extends OperationName>(operation: Name, input?: InputOf<Name>, as?: string): Promise<OutputOf<Name>>;
  /** Answers the error; fails the test where the operation worked. */
  refused<Name extends OperationName>(operation: Name, input?: InputOf<Name>, as?: string): Promise<AppError>;
  /** An operation that a connector brought. */
  steer(operation: string, input?: unknown): Promise<unknown>;
  stop(): Promise<void>;
}

export const resourcesDir = resolve(import.meta.dirname, '../../../resources');

export const tempProfile = (): string => mkdtempSync(join(tmpdir(), 'chorale-test-'));

/** Starts a core on a fresh profile, or on one that a test keeps. `stop` removes a fresh one. */
export function startTestCore(options: Partial<CoreOptions> = {}): TestCore {
  const isFresh = options.profileDir === undefined;
  const profileDir = options.profileDir ?? tempProfile();
  const opened = openCore({
    profileDir,
    resourcesDir,
    appVersion: '0.0.0-test',
    keychain: noKeychain,
    readerEntry: null,
    logger: silentLogger,
    checksOutput: true,
    ...options,
  });
  if (!opened.ok) throw new Error(`core: ${opened.error.code} ${opened.error.reason ?? ''}`);
  const core = opened.value;
  return {
    core,
    profileDir,
    async call<Name extends OperationName>(operation: Name, input?: InputOf<Name>, as?: string) {
      const result = await core.call(operation, input ?? {}, as);
      if (!result.ok) throw new Error(`${operation}: ${JSON.stringify(result.error)}`);
      return result.value as OutputOf<Name>;
    },
    async refused(operation, input, as) {
      const result = await core.call(operation, input ?? {}, as);
      if (result.ok) throw new Error(`${operation} was expected to be refused`);
      return result.error;
    },
    async steer(operation, input) {
      const result = await core.call(operation, input ?? {});
      if (!result.ok) throw new Error(`${operation}: ${JSON.stringify(result.error)}`);
      return result.value;
    },
    async stop() {
      await core.stop();
      if (isFresh) rmSync(profileDir, { recursive: true, force: true });
    },
  };
}
