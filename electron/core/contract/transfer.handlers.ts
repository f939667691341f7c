import { ok } from '@shared/domain/result';
import type { TransferServices } from '../services/transfer/transfer-services';
import { doneValue, type HandlersOf } from './handler';

export const transferHandlers = ({
  imports,
  backups,
  exportConversations,
  diagnostics,
}: TransferServices): HandlersOf<'import'> &
  HandlersOf<'export'> &
  HandlersOf<'backup'> &
  HandlersOf<'diagnostics'> => ({
  'import.preview': (input) => imports.preview(input.path),
  'import.conversations': (input, caller) => imports.run(caller, input.path, input.wait),
  'import.status': (input) => imports.status(input.importId),
  'import.cancel': (input) => {
    const cancelled = imports.cancel(input.importId);
    return cancelled.ok ? ok(doneValue) : cancelled;
  },
  'export.conversations': (input) => exportConversations(input.workspaceId, input.path),
  'backup.create': () => backups.create(),
  'backup.list': () => backups.list(),
  'backup.status': () => backups.status(),
  'diagnostics.report': () => ok({ text: diagnostics() }),
});
