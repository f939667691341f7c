import { open, rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { OutputOf } from '@shared/contract';
import { appError } from '@shared/domain/errors';
import { err, ok, type Result } from '@shared/domain/result';
import { findWorkspace } from '../../db/agency/repositories/workspace-repository';
import { labelNamesOf, listForExport, listMessagesForExport } from '../../db/workspace/repositories/export-reads';
import type { ServiceDeps } from '../deps';

const pageSize = 100;

/**
 * Writes a workspace's conversations as JSON Lines, in the format that import reads. The file gets its name only when it
 * is whole. Errors: not_found, storage_failed.
 */
export async function exportConversations(
  deps: ServiceDeps,
  workspaceId: string,
  path: string,
): Promise<Result<OutputOf<'export.conversations'>>> {
  const file = deps.files.open(workspaceId);
  if (!file.ok) return file;
  const workspace = findWorkspace(deps.agency, workspaceId);
  if (!workspace) return err(appError('not_found', 'There is no such workspace.'));
  const target = resolve(path);
  const partial = `${target}.partial`;
  const db = file.value.raw;
  let conversations = 0;
  let messages = 0;
  let sizeBytes = 0;
  const handle = await open(partial, 'w', 0o600).catch(() => null);
  if (!handle) return err(appError('storage_failed', 'The file cannot be written there.', { reason: 'target' }));
  try {
    for (let after = ''; ;) {
      const page = listForExport(db, after, pageSize);
      const last = page.at(-1);
      if (!last) break;
      after = last.id;
      const lines: string[] = [];
      for (const found of page) {
        const list = listMessagesForExport(db, found.id);
        if (list.length === 0) continue;
        const labels = labelNamesOf(db, found.id);
        const own = (remoteId: string): string => remoteId.replace(`${found.remoteId}\n`, '');
        lines.push(
          JSON.stringify({
            workspace: { name: workspace.name },
            account: { network: found.network, handle: found.accountHandle, id: found.accountRemoteId },
            conversation: {
              id: found.remoteId,
              kind: found.kind,
              contact: { id: found.contactRemoteId, handle: found.contactHandle, name: found.contactName },
              ...(found.url ? { url: found.url } : {}),
              ...(labels.length > 0 ? { labels } : {}),
            },
            messages: list.map((message) => ({
              id: own(message.remoteId ?? message.id),
              from: message.direction === 'outbound' ? 'brand' : 'customer',
              author: { id: message.authorRemoteId, handle: message.authorHandle, name: message.authorName },
              text: message.text,
              at: message.createdAt,
              ...(message.inReplyToRemoteId ? { inReplyTo: own(message.inReplyToRemoteId) } : {}),
              ...(message.url ? { url: message.url } : {}),
            })),
          }),
        );
        conversations += 1;
        messages += list.length;
      }
      const text = lines.map((line) => `${line}\n`).join('');
      sizeBytes += Buffer.byteLength(text);
      await handle.writeFile(text);
    }
    await handle.sync();
    await handle.close();
    await rename(partial, target);
  } catch (error) {
    await handle.close().catch(() => {});
    await rm(partial, { force: true });
    throw error;
  }
  return ok({ path: target, conversations, messages, sizeBytes });
}
