import type { InputOf, OperationName, OutputOf } from '@shared/contract/index';
import { corePortMessage } from '@shared/contract/shell';
import type { Conversation, ConversationRow, Draft, Settings } from '@shared/contract/views';
import type { WireAnswer, WireCall } from '@shared/contract/wire';
import { appError } from '@shared/domain/errors';
import { fold } from '@shared/domain/fold';
import {
  aContact,
  aNetworkList,
  anAccountList,
  aRow,
  aStaffList,
  aThread,
  aWorkspaceList,
  someSettings,
} from './builders';
import { aCoverage, anOutbox } from './outbox-and-coverage';

export interface FakeCoreOptions {
  /** Conversations on the desk. */
  readonly rows: number;
  readonly workspaces: number;
  /** Entries per thread. */
  readonly entries: number;
  readonly settings: Partial<Settings>;
  readonly keychain: OutputOf<'agency.get'>['keychain'];
  readonly storage: OutputOf<'agency.get'>['storage'];
  readonly isOffline: boolean;
}

type Handlers = { readonly [Name in OperationName]?: (input: InputOf<Name>) => OutputOf<Name> };

const done = { done: true } as const;
const undoable = { undoId: 'undo-1' };

/** Answers the contract from memory, for pictures of the page without a core behind it. */
export const createFakeCore = (options: FakeCoreOptions) => {
  const now = Date.now();
  const workspaces = aWorkspaceList(options.workspaces);
  const accounts = anAccountList(workspaces, now);
  const outbox = options.rows === 0 ? [] : anOutbox(workspaces, now);
  const drafts = new Map<string, Draft>();
  let settings: Settings = { ...someSettings(), ...options.settings };
  let isOnline = !options.isOffline;
  let isEmpty = options.workspaces === 0;
  let port: MessagePort | null = null;
  const emit = (event: string, payload: unknown): void => port?.postMessage({ event, payload });
  const rowsOf = (workspaceId: string | null | undefined): ConversationRow[] => {
    if (workspaces.length === 0) return [];
    const all = Array.from({ length: options.rows }, (_, index) => aRow(index, workspaces, now));
    return workspaceId === null || workspaceId === undefined
      ? all
      : all.filter((row) => row.workspaceId === workspaceId);
  };
  const rowOf = (conversationId: string): ConversationRow => aRow(Number(conversationId.slice(1)), workspaces, now);
  const conversationOf = (conversationId: string): Conversation => ({
    ...rowOf(conversationId),
    post: {
      authorName: 'Lale Kahve',
      authorHandle: 'lalekahve',
      isOwn: true,
      text: 'Yeni hasat: Sumatra Mandheling. Bu hafta sonuna kadar tüm siparişlerde kargo bizden. ☕',
      createdAt: now - 5 * 86_400_000,
      url: 'https://plaza.example/post/1',
      isDeleted: false,
    },
    visibility: 'public',
    url: null,
    isMuted: false,
    isContactBlocked: false,
    otherConversations: 2,
  });
  const page = <Item>(items: readonly Item[], cursor: string | null | undefined, limit = 50) => {
    const from = Number(cursor ?? 0);
    const next = from + limit;
    return { items: items.slice(from, next), nextCursor: next < items.length ? String(next) : null };
  };
  const itemOf = (itemId: string) => {
    const item = outbox.find((candidate) => candidate.id === itemId);
    if (!item) throw new Error('no such item');
    return item;
  };

  const handlers: Handlers = {
    'agency.get': () => ({
      profileId: 'harness',
      appVersion: '0.1.0',
      isEmpty,
      hasSample: false,
      actingStaff: aStaffList()[0]!,
      settings,
      keychain: options.keychain,
      storage: options.storage,
      isOnline,
      lastSyncAt: now - 12_000,
    }),
    'agency.openSample': () => {
      workspaces.push(...aWorkspaceList(6));
      isEmpty = false;
      emit('agency:changed', {});
      emit('workspaces:changed', { workspaceId: null });
      return { workspaceIds: workspaces.map((workspace) => workspace.id) };
    },
    'agency.updateSettings': (input) => {
      settings = { ...settings, ...input };
      emit('agency:changed', {});
      return settings;
    },
    'agency.listStaff': aStaffList,
    'agency.actAs': ({ staffId }) => aStaffList().find((member) => member.id === staffId)!,
    'agency.listViews': () => [
      { id: 'v0', name: 'Kargo', workspaceId: null, filter: { labelName: 'kargo' }, position: 0 },
    ],
    'agency.checkKeychain': () => ({ state: options.keychain }),
    'workspaces.list': () => workspaces,
    'workspaces.get': ({ workspaceId }) => workspaces.find((workspace) => workspace.id === workspaceId)!,
    'workspaces.create': (input) => {
      const made = { ...aWorkspaceList(1)[0]!, ...input, id: `w${workspaces.length}`, position: workspaces.length };
      workspaces.push(made);
      isEmpty = false;
      emit('workspaces:changed', { workspaceId: made.id });
      return made;
    },
    'workspaces.update': ({ workspaceId, ...rest }) => {
      const index = workspaces.findIndex((workspace) => workspace.id === workspaceId);
      const next = { ...workspaces[index]!, ...rest };
      workspaces[index] = next;
      emit('workspaces:changed', { workspaceId });
      return next;
    },
    'workspaces.reorder': ({ workspaceIds }) => {
      workspaces.sort((one, other) => workspaceIds.indexOf(one.id) - workspaceIds.indexOf(other.id));
      return done;
    },
    'workspaces.total': () => ({
      open: options.rows,
      unread: Math.ceil(options.rows / 3),
      held: options.rows === 0 ? 0 : 1,
      queued: outbox.filter((item) => item.state === 'queued').length,
    }),
    'channels.listNetworks': aNetworkList,
    'channels.list': ({ workspaceId }) =>
      accounts.filter(
        (account) => workspaceId === null || workspaceId === undefined || account.workspaceId === workspaceId,
      ),
    'channels.beginSignIn': ({ flow, workspaceId }) =>
      flow === 'password'
        ? { state: 'done', signInId: 'i1', account: { ...accounts[0]!, workspaceId } }
        : { state: 'browser', signInId: 'i1', url: 'https://plaza.example/authorize' },
    'channels.signInStatus': () => ({ state: 'waiting' }),
    'channels.cancelSignIn': () => done,
    'channels.disconnect': () => done,
    'sync.status': () => ({
      isOnline,
      offlineReason: isOnline ? 'none' : 'switched_off',
      lastSyncAt: now - 12_000,
      accounts: accounts.map(({ id, workspaceId, state }) => ({ accountId: id, workspaceId, state })),
      streams: [],
    }),
    'sync.now': () => ({ added: 0, changed: 0, deleted: 0, failed: [] }),
    'sync.setOffline': ({ isOffline }) => {
      isOnline = !isOffline;
      emit('sync:changed', { isOnline, lastSyncAt: now });
      return { isOnline };
    },
    'sync.setVisible': () => done,
    'coverage.list': ({ workspaceId }) =>
      aCoverage(accounts, now).filter(
        (row) => workspaceId === null || workspaceId === undefined || row.workspaceId === workspaceId,
      ),
    'coverage.refill': () => ({ isClosed: true }),
    'conversations.list': ({ workspaceId, cursor, limit }) => page(rowsOf(workspaceId), cursor, limit),
    'conversations.counts': ({ workspaceId }) => {
      const rows = rowsOf(workspaceId);
      const kind = (name: string): number => rows.filter((row) => row.kind === name).length;
      return {
        open: rows.length,
        unread: rows.filter((row) => row.unreadCount > 0).length,
        mine: rows.filter((row) => row.assigneeId === 's0').length,
        direct: kind('direct'),
        comment: kind('comment'),
        mention: kind('mention'),
        review: kind('review'),
        drafts: rows.filter((row) => row.hasDraft).length,
        snoozed: 0,
      };
    },
    'conversations.get': ({ conversationId }) => conversationOf(conversationId),
    'conversations.setStatus': () => undoable,
    'conversations.snooze': () => undoable,
    'conversations.assign': () => undoable,
    'conversations.setLabels': () => undoable,
    'conversations.markRead': () => undoable,
    'conversations.markUnread': () => undoable,
    'conversations.undo': () => done,
    'conversations.listLabels': () => [{ id: 'l0', name: 'kargo', colour: '#716d65' }],
    'messages.list': ({ conversationId, cursor, limit }) => {
      const all = aThread(rowOf(conversationId), options.entries, now);
      const until = cursor === null || cursor === undefined ? all.length : Number(cursor);
      const from = Math.max(0, until - (limit ?? 50));
      return { items: all.slice(from, until), nextCursor: from > 0 ? String(from) : null };
    },
    'messages.revisions': () => [{ text: 'Kargom gelmedi', seenAt: now - 7_200_000 }],
    'messages.addNote': () => ({ undoId: 'undo-1', noteId: 'n1' }),
    'messages.deleteNote': () => undoable,
    'messages.act': () => done,
    'contacts.get': ({ workspaceId, contactId }) => aContact(Number(contactId.slice(1)), workspaceId, now),
    'contacts.list': ({ workspaceId }) =>
      page(
        [0, 1, 2].map((index) => aContact(index, workspaceId, now)),
        null,
      ),
    'contacts.conversations': ({ workspaceId }) => page(rowsOf(workspaceId).slice(0, 3), null),
    'contacts.update': ({ workspaceId, contactId }) => aContact(Number(contactId.slice(1)), workspaceId, now),
    'drafts.get': ({ conversationId }) => drafts.get(conversationId) ?? null,
    'drafts.save': (input) => {
      const draft: Draft = {
        id: `d-${input.conversationId}`,
        accountId: rowOf(input.conversationId).accountId,
        attachments: [],
        updatedAt: Date.now(),
        workspaceId: input.workspaceId,
        conversationId: input.conversationId,
        text: input.text,
        replyToMessageId: input.replyToMessageId ?? null,
      };
      drafts.set(input.conversationId, draft);
      return draft;
    },
    'drafts.discard': ({ conversationId }) => {
      drafts.delete(conversationId);
      return done;
    },
    'drafts.check': ({ text }) => ({
      otherBrands: [],
      counters: [{ unit: 'grapheme', used: [...text].length, max: 300 }],
      isTooLong: [...text].length > 300,
    }),
    'outbox.list': ({ states, workspaceId, cursor, limit }) =>
      page(
        outbox.filter(
          (item) =>
            (states === undefined || states.includes(item.state)) &&
            (workspaceId === null || workspaceId === undefined || item.workspaceId === workspaceId),
        ),
        cursor,
        limit,
      ),
    'outbox.get': ({ itemId }) => itemOf(itemId),
    'outbox.recall': ({ itemId }) => itemOf(itemId),
    'outbox.edit': ({ itemId }) => itemOf(itemId),
    'outbox.release': ({ itemId }) => itemOf(itemId),
    'outbox.retry': ({ itemId }) => itemOf(itemId),
    'outbox.check': ({ itemId }) => itemOf(itemId),
    'outbox.settle': ({ itemId }) => itemOf(itemId),
    'outbox.discard': ({ itemId }) => itemOf(itemId),
    'search.query': ({ query }) => {
      const word = fold(query);
      const hits = rowsOf(null).filter((row) => fold(`${row.preview} ${row.contactName}`).includes(word));
      return {
        ...page(
          hits.slice(0, 40).map((row) => {
            const from = fold(row.preview).indexOf(word);
            return {
              workspaceId: row.workspaceId,
              conversationId: row.id,
              messageId: null,
              network: row.network,
              kind: row.kind,
              status: row.status,
              contactName: row.contactName,
              contactHandle: row.contactHandle,
              isOutbound: false,
              text: row.preview,
              marks: from < 0 ? [] : [{ from, to: from + word.length }],
              createdAt: row.lastMessageAt,
            };
          }),
          null,
        ),
        problems: [],
      };
    },
    'import.preview': () => ({
      sizeBytes: 1_240_000,
      linesRead: 525,
      conversations: 525,
      messages: 3_120,
      workspaces: [
        { name: 'Lale Kahve', conversations: 40, exists: true },
        { name: 'AirPoint', conversations: 31, exists: false },
        { name: 'Tele2go', conversations: 22, exists: false },
      ],
      skippedCount: 2,
      skipped: [
        { line: 14, reason: 'not_json' },
        { line: 210, reason: 'no_messages' },
      ],
      isTruncated: false,
    }),
    'import.conversations': () => ({ ...emptyReport, state: 'running' }),
    'import.status': () => ({ ...emptyReport, state: 'running', linesRead: 212 }),
    'import.cancel': () => done,
    'backup.list': () => [
      {
        path: '/home/deniz/.config/chorale/backups/1795600000000-daily',
        kind: 'daily',
        createdAt: now - 7_200_000,
        files: 7,
        sizeBytes: 48_000_000,
      },
    ],
    'backup.status': () => ({ lastAt: now - 7_200_000, failure: null }),
    'diagnostics.report': () => ({ text: 'Chorale 0.1.0' }),
  };

  const emptyReport = {
    importId: 'i1',
    state: 'done' as const,
    linesRead: 525,
    workspaces: 24,
    conversationsAdded: 523,
    messagesAdded: 3_112,
    messagesKnown: 0,
    skippedCount: 2,
    skipped: [{ line: 14, reason: 'not_json' }],
    error: null,
  };

  const answer = (call: WireCall): WireAnswer => {
    const handler = handlers[call.op as OperationName] as ((input: unknown) => unknown) | undefined;
    if (!handler) {
      return { id: call.id, ok: false, error: appError('unsupported', `the harness has no ${call.op}`) };
    }
    try {
      return { id: call.id, ok: true, value: structuredClone(handler(call.input)) };
    } catch (error) {
      return { id: call.id, ok: false, error: appError('internal', String(error), { incidentId: 'harness' }) };
    }
  };

  return {
    /** Hands the page a port, as main does. */
    connect: (target: Window): void => {
      const channel = new MessageChannel();
      port = channel.port1;
      channel.port1.onmessage = (event: MessageEvent<WireCall>) => channel.port1.postMessage(answer(event.data));
      target.postMessage(corePortMessage, '*', [channel.port2]);
    },
    emit,
  };
};
