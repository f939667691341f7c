import type { OutputOf } from '@shared/contract';
import { appError } from '@shared/domain/errors';
import { fold } from '@shared/domain/fold';
import { err, ok, type Result } from '@shared/domain/result';
import {
  findAccountByRemote,
  insertAccount,
  type AccountRecord,
} from '../../db/workspace/repositories/account-repository';
import { findConversationByRemote } from '../../db/workspace/repositories/conversation-repository';
import { ensureLabel, labelIdsOf, setConversationLabels } from '../../db/workspace/repositories/label-repository';
import { inTransaction, type WorkspaceDb } from '../../db/workspace/workspace-db';
import type { WriteContext } from '../../db/write-context';
import { applyEvents, emptyOutcome } from '../messages/ingest';
import { writeContext, type Caller, type ServiceDeps } from '../deps';
import type { WorkspaceService } from '../workspaces/workspace-service';
import { accountRemoteIdOf, eventsOf } from './import-events';
import { readImportLine, type ImportLine } from './import-format';
import { linesOf, sizeOf } from './lines';

type Report = OutputOf<'import.conversations'>;
type Preview = OutputOf<'import.preview'>;

/** Brings conversations in from a file; the same file again adds nothing. */
export interface ImportService {
  preview(path: string): Promise<Result<Preview>>;
  run(caller: Caller, path: string, wait: boolean): Promise<Result<Report>>;
  status(importId: string): Result<Report>;
  cancel(importId: string): Result<null>;
  stop(): void;
}

const maxSkipped = 200;
const previewBytes = 256 * 1024 * 1024;
const batchConversations = 40;
const progressEveryMs = 250;
/** Accounts that were imported belong to no service that can be signed in to. */
const importServiceUrl = 'import:';
const noCapabilities: AccountRecord['capabilities'] = {
  publicText: [],
  directText: [],
  images: null,
  actions: [],
  unavailable: [],
};

interface Running {
  report: Report;
  readonly cancel: AbortController;
}

export function createImportService(deps: ServiceDeps, workspaces: WorkspaceService): ImportService {
  const running = new Map<string, Running>();
  const nameOf = (line: ImportLine): string => fold(line.workspace.name);

  function accountFor(db: WorkspaceDb, context: WriteContext, line: ImportLine): AccountRecord {
    const { network, handle } = line.account;
    const remoteId = accountRemoteIdOf(line);
    const known = findAccountByRemote(db, network, importServiceUrl, remoteId);
    if (known) return known;
    const record: AccountRecord = {
      id: deps.newId(),
      network,
      remoteId,
      handle,
      displayName: line.workspace.name,
      url: null,
      serviceUrl: importServiceUrl,
      hasCredential: false,
      state: 'disconnected',
      stateReason: 'imported',
      capabilities: noCapabilities,
      capabilitiesAt: context.at,
      budget: null,
      createdAt: context.at,
      updatedAt: context.at,
      deletedAt: null,
    };
    insertAccount(db, context, record);
    return record;
  }

  /** Writes the lines of one workspace in one transaction. */
  function writeBatch(caller: Caller, workspaceId: string, lines: readonly ImportLine[], report: Report): void {
    const file = deps.files.open(workspaceId);
    if (!file.ok) throw new Error(file.error.message);
    const db = file.value;
    const context = writeContext(deps, caller);
    const touched = new Set<string>();
    inTransaction(db, () => {
      for (const line of lines) {
        const account = accountFor(db, context, line);
        const isKnown = findConversationByRemote(db, account.id, line.conversation.id) !== undefined;
        const outcome = emptyOutcome();
        applyEvents(db, context, deps.newId, account, eventsOf(line), outcome);
        report.messagesAdded += outcome.added;
        report.messagesKnown += line.messages.length - outcome.added;
        if (!isKnown) report.conversationsAdded += 1;
        for (const id of outcome.touched) touched.add(id);
        label(db, context, account, line);
      }
    });
    if (touched.size > 0) deps.emit('conversations:changed', { workspaceId, conversationIds: [...touched] });
  }

  function label(db: WorkspaceDb, context: WriteContext, account: AccountRecord, line: ImportLine): void {
    const names = line.conversation.labels ?? [];
    const conversation = findConversationByRemote(db, account.id, line.conversation.id);
    if (names.length === 0 || !conversation) return;
    const current = labelIdsOf(db, [conversation.id]).get(conversation.id) ?? [];
    const wanted = names.map((name) => ensureLabel(db, context, deps.newId, name, '#4a5568').id);
    if (wanted.every((id) => current.includes(id))) return;
    setConversationLabels(db, context, conversation.id, [...new Set([...current, ...wanted])]);
  }

  async function work(caller: Caller, path: string, totalBytes: number, entry: Running): Promise<void> {
    const { report, cancel } = entry;
    const ids = new Map<string, string>(
      workspaces.brands().map((brand) => [fold(brand.workspaceName), brand.workspaceId]),
    );
    const batches = new Map<string, ImportLine[]>();
    let readBytes = 0;
    let toldAt = Number.NEGATIVE_INFINITY;
    const tell = (): void => {
      toldAt = deps.clock.monotonic();
      deps.emit('import:progress', {
        importId: report.importId,
        done: Math.min(readBytes, totalBytes),
        total: totalBytes,
        state: report.state,
      });
    };
    const flush = async (name: string): Promise<void> => {
      const lines = batches.get(name) ?? [];
      batches.delete(name);
      const [first] = lines;
      if (!first) return;
      let workspaceId = ids.get(name);
      if (workspaceId === undefined) {
        const made = await workspaces.create(caller, { name: first.workspace.name });
        if (!made.ok) throw new Error(made.error.message);
        workspaceId = made.value.id;
        ids.set(name, workspaceId);
        report.workspaces += 1;
      }
      writeBatch(caller, workspaceId, lines, report);
      // Lets clicks and reads in between two batches.
      await new Promise<void>((resolve) => setImmediate(resolve));
    };
    try {
      for await (const { line, text, bytes } of linesOf(path)) {
        if (cancel.signal.aborted) break;
        readBytes += bytes;
        report.linesRead += 1;
        const parsed = readImportLine(text);
        if (parsed.ok) {
          const name = nameOf(parsed.value);
          const batch = batches.get(name) ?? [];
          batch.push(parsed.value);
          batches.set(name, batch);
          if (batch.length >= batchConversations) await flush(name);
        } else {
          report.skippedCount += 1;
          if (report.skipped.length < maxSkipped) report.skipped.push({ line, reason: parsed.reason });
        }
        if (deps.clock.monotonic() - toldAt > progressEveryMs) tell();
      }
      if (!cancel.signal.aborted) for (const name of [...batches.keys()]) await flush(name);
      report.state = cancel.signal.aborted ? 'cancelled' : 'done';
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      deps.logger.error('import.failed', { errorName: error instanceof Error ? error.name : 'unknown', code });
      report.state = 'failed';
      report.error = deps.storage.report(error, null) === 'full' ? 'disk_full' : 'failed';
    }
    tell();
    deps.emit('workspaces:changed', { workspaceId: null });
  }

  return {
    async preview(path) {
      const size = await sizeOf(path);
      if (!size.ok) return size;
      const known = new Set(workspaces.brands().map((brand) => fold(brand.workspaceName)));
      const found = new Map<string, { name: string; conversations: number; exists: boolean }>();
      const preview: Preview = {
        sizeBytes: size.value,
        linesRead: 0,
        conversations: 0,
        messages: 0,
        workspaces: [],
        skippedCount: 0,
        skipped: [],
        isTruncated: false,
      };
      let readBytes = 0;
      for await (const { line, text, bytes } of linesOf(path)) {
        readBytes += bytes;
        if (readBytes > previewBytes) {
          preview.isTruncated = true;
          break;
        }
        preview.linesRead += 1;
        const parsed = readImportLine(text);
        if (!parsed.ok) {
          preview.skippedCount += 1;
          if (preview.skipped.length < maxSkipped) preview.skipped.push({ line, reason: parsed.reason });
          continue;
        }
        preview.conversations += 1;
        preview.messages += parsed.value.messages.length;
        const name = nameOf(parsed.value);
        const entry = found.get(name) ?? {
          name: parsed.value.workspace.name,
          conversations: 0,
          exists: known.has(name),
        };
        entry.conversations += 1;
        found.set(name, entry);
      }
      preview.workspaces = [...found.values()];
      return ok(preview);
    },
    async run(caller, path, wait) {
      const size = await sizeOf(path);
      if (!size.ok) return size;
      const report: Report = {
        importId: deps.newId(),
        state: 'running',
        linesRead: 0,
        workspaces: 0,
        conversationsAdded: 0,
        messagesAdded: 0,
        messagesKnown: 0,
        skippedCount: 0,
        skipped: [],
        error: null,
      };
      const entry: Running = { report, cancel: new AbortController() };
      running.set(report.importId, entry);
      const working = work(caller, path, size.value, entry);
      if (wait) await working;
      return ok(report);
    },
    status(importId) {
      const entry = running.get(importId);
      return entry ? ok(entry.report) : err(appError('not_found', 'There is no such import.'));
    },
    cancel(importId) {
      const entry = running.get(importId);
      if (!entry) return err(appError('not_found', 'There is no such import.'));
      entry.cancel.abort();
      return ok(null);
    },
    stop() {
      for (const entry of running.values()) entry.cancel.abort();
    },
  };
}
