import { randomUUID } from 'node:crypto';
import { mkdirSync, realpathSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import type { WireEvent } from '@shared/contract/wire';
import { appError } from '@shared/domain/errors';
import { err, ok, type Result } from '@shared/domain/result';
import { createRegistry } from '../connectors/core/registry';
import { describeContract, type OperationDescription } from '../contract/describe';
import { createHandle } from '../contract/handle';
import { agencyDb } from '../db/agency/agency-db';
import { readMeta, writeMeta } from '../db/agency/repositories/settings-repository';
import { findWorkspace, listWorkspaces } from '../db/agency/repositories/workspace-repository';
import { diskError, diskTroubleOf } from '../db/disk-trouble';
import { openMigrated } from '../db/migrate';
import { profilePaths } from '../db/profile-paths';
import { listAccounts } from '../db/workspace/repositories/account-repository';
import { createWorkspaceFiles } from '../db/workspace/workspace-files';
import { systemClock, type Clock } from '../ports/clock';
import type { KeychainTransport } from '../ports/keychain-transport';
import { createKeychainClient } from '../ports/keychain-client';
import type { Logger } from '../ports/logger';
import { inlineReader, startReader, type Reader } from '../reader/reader';
import { freeBallastOfFullDisk } from '../services/storage/ballast';
import { createStorageWatch } from '../services/storage/storage-watch';
import type { ServiceDeps } from '../services/deps';
import { createContributions } from './contributions';
import { createEventsHub } from './events-hub';
import { createFileLogger } from './file-logger';
import { lockProfile } from './profile-lock';
import { wire } from './container';

/** A running core, as entries, socket and tests hold it. */
export interface Core {
  readonly profileId: string;
  call(operation: string, input: unknown, as?: string): Promise<Result<unknown>>;
  describe(): Promise<readonly OperationDescription[]>;
  /** All events; returns what stops it. */
  listen(listener: (event: WireEvent) => void): () => void;
  /** The machine slept and is back. */
  resumed(): void;
  /** Starts sync and sending; without it the core only answers. */
  startWork(): void;
  /** Resolves when nothing is due to be sent and nothing is under way. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

export interface CoreOptions {
  readonly profileDir: string;
  /** Holds `migrations/`. */
  readonly resourcesDir: string;
  readonly appVersion: string;
  readonly keychain: KeychainTransport;
  /** Bundle of the reader's thread; null reads in this thread. */
  readonly readerEntry: URL | null;
  readonly clock?: Clock;
  readonly logger?: Logger;
  readonly random?: () => number;
  readonly checksOutput?: boolean;
  /** Told which sign-in page was begun. */
  readonly signInPage?: (url: string) => void;
}

/** Opens a profile. Errors: conflict (another core has it), storage_failed (newer file, migration, disk). */
export function openCore(options: CoreOptions): Result<Core> {
  try {
    return open(options);
  } catch (error) {
    const trouble = diskTroubleOf(error, options.profileDir);
    if (trouble === null) throw error;
    return err(diskError(trouble));
  }
}

function open(options: CoreOptions): Result<Core> {
  const clock = options.clock ?? systemClock;
  const paths = profilePaths(options.profileDir);
  mkdirSync(paths.root, { recursive: true, mode: 0o700 });
  freeBallastOfFullDisk(paths.root);
  const lock = lockProfile(paths);
  if (!lock) return err(appError('conflict', 'Another Chorale has this profile open.', { reason: 'profile_in_use' }));
  const fileLogger = options.logger ? null : createFileLogger(paths.logs, clock);
  const logger = options.logger ?? fileLogger;
  if (!logger) throw new Error('no logger');
  const migrations = join(options.resourcesDir, 'migrations');
  const opened = openMigrated(paths.agencyDb, join(migrations, 'agency'), paths.backups, clock.now());
  if (!opened.ok) {
    lock.release();
    return opened;
  }
  const agency = agencyDb(opened.value);
  const profileId = ownProfileId(agency, paths.root);
  const hub = createEventsHub();
  const newId = (): string => uuidv7();
  const files = createWorkspaceFiles(
    paths,
    join(migrations, 'workspace'),
    () => clock.now(),
    (id) => findWorkspace(agency, id) !== undefined,
  );
  const reader: Reader = options.readerEntry ? startReader(options.readerEntry, paths.root) : inlineReader(paths.root);
  const storage = createStorageWatch({
    clock,
    logger,
    emit: hub.emit,
    paths,
    workspaceIds: () => listWorkspaces(agency).map(({ id }) => id),
  });
  const deps: ServiceDeps = { clock, newId, agency, files, reader, emit: hub.emit, logger, storage };
  const secrets = createKeychainClient({
    profileId,
    transport: options.keychain,
    clock,
    memory: {
      wasWritten: () => readMeta(agency, 'canary_written') === 'yes',
      remember: () => writeMeta(agency, 'canary_written', 'yes'),
    },
  });
  const registry = createRegistry();
  const parts = wire({
    deps,
    paths,
    registry,
    secrets,
    random: options.random ?? Math.random,
    profileId,
    appVersion: options.appVersion,
    signInPage: options.signInPage ?? (() => {}),
  });
  const isInUse = (network: string): boolean =>
    listWorkspaces(agency).some((record) => {
      const file = files.open(record.id);
      return file.ok && listAccounts(file.value).some((account) => account.network === network);
    });
  const contributions = createContributions(registry, parts.links, isInUse);
  const handle = createHandle({
    handlers: parts.handlers,
    contributed: contributions.find,
    staff: parts.staff,
    clock,
    logger,
    newId,
    checksOutput: options.checksOutput ?? false,
    storage,
  });
  let stopping: Promise<void> | undefined;
  return ok({
    profileId,
    call: (operation, input, as) => handle(operation, input, as),
    describe: async () => [...describeContract(), ...(await contributions.describe())],
    listen: hub.listen,
    resumed: parts.resumed,
    startWork: parts.start,
    idle: parts.idle,
    stop() {
      stopping ??= (async () => {
        await parts.stop();
        secrets.close();
        await reader.close();
        files.closeAll();
        agency.raw.close();
        fileLogger?.close();
        lock.release();
      })();
      return stopping;
    },
  });
}

/**
 * The id under which this profile's secrets stand. A copied or restored profile lies at another place than the one it
 * was made at: it gets an id of its own and must reconnect, so that two profiles never share or delete a secret.
 */
function ownProfileId(agency: ReturnType<typeof agencyDb>, root: string): string {
  const known = readMeta(agency, 'profile_id');
  const place = placeOf(root);
  if (known !== undefined && readMeta(agency, 'profile_place') === place) return known;
  const id = randomUUID();
  writeMeta(agency, 'profile_id', id);
  writeMeta(agency, 'profile_place', place);
  if (known !== undefined) writeMeta(agency, 'copied_from', known);
  writeMeta(agency, 'canary_written', 'no');
  return id;
}

/** Path, machine and file identity together: a copy or a restored file differs in at least one. */
function placeOf(root: string): string {
  const file = statSync(join(root, 'agency.db'), { bigint: true });
  return `${hostname()} ${realpathSync(root)} ${file.dev}:${file.ino}`;
}
