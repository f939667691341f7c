import type { Contact } from '@shared/contract/views';
import { appError } from '@shared/domain/errors';
import { err, ok, type Result } from '@shared/domain/result';
import { getContact } from '../../db/workspace/repositories/contact-reads';
import { findContact, mergeContact, updateContact } from '../../db/workspace/repositories/contact-repository';
import { inTransaction } from '../../db/workspace/workspace-db';
import { writeContext, type Caller, type ServiceDeps } from '../deps';

/** What the agency keeps on people who write. */
export interface ContactService {
  update(
    caller: Caller,
    workspaceId: string,
    contactId: string,
    edit: { readonly note?: string | undefined; readonly language?: string | null | undefined },
  ): Result<Contact>;
  merge(caller: Caller, workspaceId: string, contactId: string, intoContactId: string): Result<Contact>;
}

export function createContactService(deps: ServiceDeps): ContactService {
  const notFound = (): Result<never> => err(appError('not_found', 'There is no such contact.'));
  return {
    update(caller, workspaceId, contactId, edit) {
      const file = deps.files.open(workspaceId);
      if (!file.ok) return file;
      const db = file.value;
      if (!findContact(db, contactId)) return notFound();
      const columns = {
        ...(edit.note === undefined ? {} : { note: edit.note }),
        ...(edit.language === undefined ? {} : { language: edit.language }),
      };
      inTransaction(db, () => updateContact(db, writeContext(deps, caller), contactId, columns));
      deps.emit('contacts:changed', { workspaceId, contactId });
      const contact = getContact(db.raw, workspaceId, contactId);
      return contact ? ok(contact) : notFound();
    },
    merge(caller, workspaceId, contactId, intoContactId) {
      const file = deps.files.open(workspaceId);
      if (!file.ok) return file;
      const db = file.value;
      const from = findContact(db, contactId);
      const into = findContact(db, intoContactId);
      if (!from || !into || from.mergedInto !== null || into.mergedInto !== null) return notFound();
      if (from.id === into.id)
        return err(
          appError('validation_failed', 'A contact cannot be merged into itself.', { reason: 'same_contact' }),
        );
      inTransaction(db, () => mergeContact(db, writeContext(deps, caller), from, into));
      deps.emit('contacts:changed', { workspaceId, contactId });
      deps.emit('contacts:changed', { workspaceId, contactId: intoContactId });
      const contact = getContact(db.raw, workspaceId, intoContactId);
      return contact ? ok(contact) : notFound();
    },
  };
}
