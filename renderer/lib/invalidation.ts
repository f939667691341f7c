import type { EventName } from '@shared/contract/events';
import type { OperationName } from '@shared/contract/index';
import type { Query, QueryClient } from '@tanstack/react-query';
import type { CoreClient } from './core-client';

/** Which reads each event makes old. A read of another workspace is left alone, see `touches`. */
export const staleReads = {
  'agency:changed': ['agency.get', 'agency.listStaff', 'agency.listViews'],
  'workspaces:changed': ['workspaces.list', 'workspaces.get', 'workspaces.total', 'agency.get'],
  'channels:changed': ['channels.list', 'sync.status', 'workspaces.list'],
  'conversations:changed': [
    'conversations.list',
    'conversations.counts',
    'conversations.get',
    'conversations.listLabels',
    'contacts.conversations',
    'workspaces.list',
    'workspaces.total',
    'search.query',
  ],
  'messages:changed': ['messages.list', 'messages.revisions'],
  'drafts:changed': ['drafts.get'],
  'outbox:changed': ['outbox.list', 'outbox.get', 'workspaces.list', 'workspaces.total'],
  'contacts:changed': ['contacts.list', 'contacts.get', 'contacts.conversations'],
  'coverage:changed': ['coverage.list', 'sync.status'],
  'sync:changed': ['sync.status', 'agency.get'],
  'import:progress': ['import.status'],
  'signIn:changed': ['channels.signInStatus', 'channels.list'],
  'keychain:changed': ['agency.get', 'channels.list'],
  'storage:changed': ['agency.get'],
  'backup:changed': ['backup.list', 'backup.status'],
  'notification:message': [],
} as const satisfies Record<EventName, readonly OperationName[]>;

/** Reads that are named by one of these fields are only old when the event names the same value. */
const scopeFields = ['workspaceId', 'conversationId', 'contactId', 'itemId', 'importId', 'signInId'] as const;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const namesAnother = (
  field: (typeof scopeFields)[number],
  input: Record<string, unknown>,
  payload: unknown,
): boolean => {
  if (!isRecord(payload)) return false;
  const asked = input[field];
  if (typeof asked !== 'string') return false;
  if (field === 'conversationId' && Array.isArray(payload['conversationIds'])) {
    return !payload['conversationIds'].includes(asked);
  }
  const told = payload[field];
  return typeof told === 'string' && told !== asked;
};

/** True where the read with this key may have changed by this event. */
export const touches = (key: readonly unknown[], event: EventName, payload: unknown): boolean => {
  const reads: readonly string[] = staleReads[event] ?? [];
  if (!reads.includes(String(key[0]))) return false;
  const input = key[1];
  return !isRecord(input) || !scopeFields.some((field) => namesAnother(field, input, payload));
};

/** Time in which events are gathered before the cache is asked once, ms. A burst of ingest is one refresh, not hundreds. */
const gatherMs = 60;

/**
 * Keeps the cache true: every event marks its reads as old; after a restart of the core all of them. A read that is under way when
 * it becomes old is let finish and asked once more: cancelling it would starve it for as long as events keep coming.
 */
export const keepFresh = (core: CoreClient, cache: QueryClient): (() => void) => {
  let gathered: { event: EventName; payload: unknown }[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;
  const onceMore = new Set<Query>();
  const refresh = (query: Query): void => {
    if (query.state.fetchStatus === 'fetching') onceMore.add(query);
    else void cache.invalidateQueries({ queryKey: query.queryKey, exact: true });
  };
  const flush = (): void => {
    const events = gathered;
    gathered = [];
    timer = null;
    const isOld = (query: Query): boolean =>
      events.some(({ event, payload }) => touches(query.queryKey, event, payload));
    for (const query of cache.getQueryCache().findAll({ predicate: isOld })) refresh(query);
  };
  const stopReads = cache.getQueryCache().subscribe(({ type, query }) => {
    if (type !== 'updated' || query.state.fetchStatus === 'fetching' || !onceMore.delete(query)) return;
    refresh(query);
  });
  const stopEvents = core.onAny((event, payload) => {
    gathered.push({ event, payload });
    timer ??= setTimeout(flush, gatherMs);
  });
  let wasLost = false;
  const stopLink = core.onLink((state) => {
    if (state === 'lost') wasLost = true;
    if (state === 'linked' && wasLost) {
      wasLost = false;
      void cache.invalidateQueries();
    }
  });
  return () => {
    stopEvents();
    stopReads();
    stopLink();
    if (timer !== null) clearTimeout(timer);
  };
};
