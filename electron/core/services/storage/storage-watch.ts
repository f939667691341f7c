import { statSync } from 'node:fs';
import type { EventMap } from '@shared/contract/events';
import type { AppError } from '@shared/domain/errors';
import { diskError, diskTroubleOf, type DiskTrouble } from '../../db/disk-trouble';
import type { ProfilePaths } from '../../db/profile-paths';
import type { Clock } from '../../ports/clock';
import type { Logger } from '../../ports/logger';
import type { Emit } from '../deps';
import { freeBallast, keepBallast } from './ballast';

type StorageState = EventMap['storage:changed']['state'];

/**
 * Knows which disks of the profile are full and which files cannot be used. Meanwhile what the app does by itself
 * (fetching, sending) waits for the workspaces concerned, so that the room freed for a person's deletions stays theirs
 * and nothing is sent that could not be recorded. A full disk is looked at again and again and ends by itself; a file
 * that fails waits for a restart.
 */
export interface StorageWatch {
  /** The worst that is known. */
  state(): StorageState;
  /** Whether fetching and sending wait for this workspace. */
  isPaused(workspaceId: string): boolean;
  /** Takes an error of a workspace (null: of the profile); answers what it says about the disk, null where nothing. */
  report(error: unknown, workspaceId: string | null): DiskTrouble | null;
  /** Reports, and answers what the caller is told: `storage_failed`, reason `disk_full` or `disk`. */
  explain(error: unknown, workspaceId: string | null, incidentId: string): AppError | null;
  /** The same for trouble that is known already. */
  note(trouble: DiskTrouble, workspaceId: string | null): void;
  /** Keeps room on every disk, a little after the start. */
  start(): void;
  /** Resolves when nothing is written any more. */
  stop(): Promise<void>;
  /** Calls back when a full disk has room again. */
  onRecovered(listener: () => void): void;
}

export interface StorageWatchOptions {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly emit: Emit;
  readonly paths: ProfilePaths;
  readonly workspaceIds: () => readonly string[];
}

const probeEveryMs = 5000;
const firstKeepMs = 3000;

export function createStorageWatch({ clock, logger, emit, paths, workspaceIds }: StorageWatchOptions): StorageWatch {
  /** Full disks, each with the folder of ours that keeps room on it. */
  const full = new Map<number, string>();
  /** Workspaces whose file fails; null for the profile's own. */
  const failed = new Set<string | null>();
  const listeners: (() => void)[] = [];
  /** Where room was asked to be kept, by disk. */
  let kept: ReadonlyMap<number, string> = new Map();
  let told: StorageState = 'ok';
  let cancelProbe: (() => void) | undefined;
  let cancelKeep: (() => void) | undefined;
  let keeping: Promise<unknown> = Promise.resolve();
  let isStopped = false;

  const diskOf = (folder: string): number | null => {
    try {
      return statSync(folder).dev;
    } catch {
      return null;
    }
  };
  /** One folder of ours per disk: the profile's own, then those of workspaces that lie elsewhere. */
  function folders(): ReadonlyMap<number, string> {
    const found = new Map<number, string>();
    for (const folder of [paths.root, ...workspaceIds().map((id) => paths.workspaceDir(id))]) {
      const disk = diskOf(folder);
      if (disk !== null && !found.has(disk)) found.set(disk, folder);
    }
    return found;
  }
  const state = (): StorageState => (failed.size > 0 ? 'failed' : full.size > 0 ? 'full' : 'ok');
  function tell(): void {
    const now = state();
    if (now === told) return;
    told = now;
    emit('storage:changed', { state: now });
  }
  function probeLater(): void {
    if (cancelProbe || isStopped) return;
    cancelProbe = clock.after(probeEveryMs, () => {
      cancelProbe = undefined;
      keeping = probe();
    });
  }
  async function probe(): Promise<void> {
    let hasRecovered = false;
    for (const [disk, folder] of full) {
      if (!(await keepBallast(folder))) continue;
      full.delete(disk);
      hasRecovered = true;
    }
    if (isStopped) return;
    tell();
    if (hasRecovered) for (const listener of listeners) listener();
    if (full.size > 0) probeLater();
  }
  function note(trouble: DiskTrouble, workspaceId: string | null): void {
    if (trouble === 'failed') {
      failed.add(workspaceId);
    } else {
      const own = workspaceId === null ? paths.root : paths.workspaceDir(workspaceId);
      const disk = diskOf(own) ?? 0;
      const folder = kept.get(disk) ?? (disk === diskOf(paths.root) ? paths.root : own);
      full.set(disk, folder);
      freeBallast(folder);
      probeLater();
    }
    tell();
  }
  function report(error: unknown, workspaceId: string | null): DiskTrouble | null {
    const trouble = diskTroubleOf(error, workspaceId === null ? paths.root : paths.workspaceDir(workspaceId));
    if (trouble === null) return null;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    logger.error('storage.trouble', { code, state: trouble, workspaceId });
    // An export to a full stick says nothing about our own disks; the database's own errors do. A lock passes by itself.
    if (code.startsWith('SQLITE') && !/BUSY|LOCKED/.test(code)) note(trouble, workspaceId);
    return trouble;
  }
  return {
    state,
    isPaused(workspaceId) {
      if (failed.has(workspaceId)) return true;
      const disk = full.size === 0 ? null : diskOf(paths.workspaceDir(workspaceId));
      return disk !== null && full.has(disk);
    },
    report,
    explain(error, workspaceId, incidentId) {
      const trouble = report(error, workspaceId);
      return trouble && diskError(trouble, { incidentId });
    },
    note,
    start() {
      cancelKeep = clock.after(firstKeepMs, () => {
        kept = folders();
        keeping = Promise.all([...kept.values()].map(keepBallast));
      });
    },
    async stop() {
      isStopped = true;
      cancelProbe?.();
      cancelKeep?.();
      await keeping;
    },
    onRecovered: (listener) => void listeners.push(listener),
  };
}
