import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { OutputOf } from '@shared/contract';
import { ok, type Result } from '@shared/domain/result';
import { listWorkspaces } from '../../db/agency/repositories/workspace-repository';
import { diskTroubleOf, freeBytes } from '../../db/disk-trouble';
import type { ProfilePaths } from '../../db/profile-paths';
import type { ServiceDeps } from '../deps';

type Backup = OutputOf<'backup.create'>;
type Status = OutputOf<'backup.status'>;

/** Daily backups that are kept; those made by hand are the person's. */
const keptDaily = 7;
const dayMs = 24 * 60 * 60 * 1000;
const firstLookMs = 60_000;
const lookEveryMs = 60 * 60 * 1000;
/** Room that a backup must leave on the disk, bytes. */
const spareBytes = 64 * 1024 * 1024;

/** Ms since 1970 at which it was begun; a folder that is being written ends in `.partial`. */
const folderName = /^(\d+)(-daily)?$/;

/**
 * Copies of every database of the profile, each checked before it counts. One folder per backup: `agency.db` and
 * `workspaces/<id>/data.db` below it, as in the profile; no sign-ins, no attachments.
 */
export interface BackupService {
  /** A backup by hand; it stays until a person removes it. Errors of the disk are thrown. */
  create(): Promise<Result<Backup>>;
  list(): Result<Backup[]>;
  status(): Result<Status>;
  /** Makes the daily backup when one is due, now and while the app runs. A failure is told by `status`, never thrown. */
  start(): void;
  /** Resolves when nothing is written any more; what was begun is given up. */
  stop(): Promise<void>;
}

export function createBackupService(deps: ServiceDeps, paths: ProfilePaths): BackupService {
  const stopping = new AbortController();
  let failure: Status['failure'] = null;
  let cancelLook: (() => void) | undefined;
  let running: Promise<unknown> = Promise.resolve();

  /** One at a time: what is asked meanwhile waits its turn. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = running.then(work, work);
    running = turn.catch(() => {});
    return turn;
  }
  function list(): Backup[] {
    const found = namesIn(paths.backups).flatMap((name): Backup[] => {
      const [, createdAt, daily] = folderName.exec(name) ?? [];
      if (createdAt === undefined) return [];
      const path = join(paths.backups, name);
      return [{ path, kind: daily ? 'daily' : 'manual', createdAt: Number(createdAt), ...measure(path) }];
    });
    return found.toSorted((a, b) => b.createdAt - a.createdAt);
  }
  async function make(kind: Backup['kind']): Promise<Backup> {
    mkdirSync(paths.backups, { recursive: true, mode: 0o700 });
    // What an earlier process did not finish.
    for (const name of namesIn(paths.backups)) {
      if (/^\d+(-daily)?\.partial$/.test(name)) rmSync(join(paths.backups, name), { recursive: true, force: true });
    }
    const files = [
      { from: paths.agencyDb, to: 'agency.db' },
      ...listWorkspaces(deps.agency).map(({ id }) => ({
        from: paths.workspaceDb(id),
        to: join('workspaces', id, 'data.db'),
      })),
    ];
    if (freeBytes(paths.backups) < sizeOf(files.map(({ from }) => from)) + spareBytes) {
      throw Object.assign(new Error('no room for a backup'), { code: 'ENOSPC' });
    }
    const suffix = kind === 'daily' ? '-daily' : '';
    let createdAt = deps.clock.now();
    while (existsSync(join(paths.backups, `${createdAt}${suffix}`))) createdAt += 1;
    const folder = join(paths.backups, `${createdAt}${suffix}`);
    const partial = `${folder}.partial`;
    try {
      for (const { from, to } of files) {
        mkdirSync(join(partial, to, '..'), { recursive: true, mode: 0o700 });
        await deps.reader.copy(from, join(partial, to), stopping.signal);
      }
      renameSync(partial, folder);
    } catch (error) {
      rmSync(partial, { recursive: true, force: true });
      throw error;
    }
    failure = null;
    return { path: folder, kind, createdAt, ...measure(folder) };
  }
  function removeOldDaily(): void {
    const daily = list().filter(({ kind }) => kind === 'daily');
    for (const { path } of daily.slice(keptDaily)) rmSync(path, { recursive: true, force: true });
  }
  /** A backup from the future was made while the clock was wrong: it says nothing about today. */
  const isDue = (): boolean => {
    const now = deps.clock.now();
    return (
      listWorkspaces(deps.agency).length > 0 &&
      !list().some(({ kind, createdAt }) => kind === 'daily' && createdAt <= now && createdAt > now - dayMs)
    );
  };
  async function makeDailyIfDue(): Promise<void> {
    try {
      if (!isDue()) return;
      await make('daily');
      removeOldDaily();
    } catch (error) {
      if (stopping.signal.aborted) return;
      const trouble = diskTroubleOf(error, paths.root);
      failure = {
        at: deps.clock.now(),
        reason: trouble === 'full' ? 'disk_full' : trouble === 'failed' ? 'disk' : 'internal',
      };
      deps.logger.error('backup.failed', {
        reason: failure.reason,
        errorName: error instanceof Error ? error.name : 'unknown',
      });
    }
    deps.emit('backup:changed', {});
  }
  function look(): void {
    if (stopping.signal.aborted) return;
    void inTurn(makeDailyIfDue);
    cancelLook = deps.clock.after(lookEveryMs, look);
  }
  return {
    async create() {
      const made = await inTurn(() => make('manual'));
      deps.emit('backup:changed', {});
      return ok(made);
    },
    list: () => ok(list()),
    status: () => ok({ lastAt: list()[0]?.createdAt ?? null, failure }),
    start() {
      cancelLook = deps.clock.after(firstLookMs, look);
    },
    async stop() {
      stopping.abort();
      cancelLook?.();
      await running;
    },
  };
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // No backup was made yet.
    return [];
  }
}

/** Bytes of these databases with their logs. */
const sizeOf = (files: readonly string[]): number =>
  files
    .flatMap((file) => [file, `${file}-wal`])
    .reduce((sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0), 0);

function measure(folder: string): { files: number; sizeBytes: number } {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const sizeBytes = files.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
  return { files: files.length, sizeBytes };
}
