import type { Clock } from '../../ports/clock';
import { directStream, feedStream } from './manifest';
import { advance, nextDueAt } from './network/live';
import type { NetworkHold } from './network/open';
import { lastRev, type Store } from './network/store';
import { repertoireOf } from './sample/repertoire';

/** Another process may write to the network too, so the file is looked at this often, ms. */
const longestWaitMs = 2000;
const shortestWaitMs = 50;

const newestIn = (store: Store, accountId: string, isDirect: boolean): number =>
  store.get<{ rev: number | null }>(
    'SELECT max(rev) AS rev FROM messages WHERE account_id = ? AND is_direct = ?',
    accountId,
    isDirect ? 1 : 0,
  )?.rev ?? 0;

const newestDeletedPost = (store: Store, accountId: string): number =>
  store.get<{ rev: number | null }>(
    'SELECT max(rev) AS rev FROM posts WHERE account_id = ? AND deleted_at IS NOT NULL',
    accountId,
  )?.rev ?? 0;

/** Calls `onWake` with the stream that has something new, as the network's stream would. Returns what stops it. */
export const startWaking = (
  network: NetworkHold,
  clock: Clock,
  accountId: string,
  onWake: (stream: string) => void,
): (() => void) => {
  const { store } = network;
  const newest = (): { [stream: string]: number } => ({
    [feedStream]: Math.max(newestIn(store, accountId, false), newestDeletedPost(store, accountId)),
    [directStream]: newestIn(store, accountId, true),
  });
  let known = newest();
  let rev = lastRev(store);
  let cancel = (): void => {};
  let isStopped = false;

  const look = (): void => {
    const now = lastRev(store);
    if (now === rev) return;
    rev = now;
    const before = known;
    known = newest();
    for (const stream of [feedStream, directStream]) {
      if ((known[stream] ?? 0) > (before[stream] ?? 0)) onWake(stream);
    }
  };

  const untilDueMs = (): number => {
    const dueAt = nextDueAt(store);
    return dueAt === null ? longestWaitMs : dueAt - clock.now();
  };
  const plan = (waitMs: number): void => {
    cancel = clock.after(Math.min(longestWaitMs, Math.max(shortestWaitMs, waitMs)), tick);
  };
  const tick = (): void => {
    if (isStopped) return;
    let waitMs = longestWaitMs;
    try {
      if (advance(store, clock.now(), repertoireOf)) network.changed();
      look();
      waitMs = untilDueMs();
    } catch {
      // The next pull meets the same trouble and reports it.
    }
    if (!isStopped) plan(waitMs);
  };

  const stopListening = network.onChange(look);
  plan(untilDueMs());
  return () => {
    isStopped = true;
    cancel();
    stopListening();
  };
};
