import { appError } from '@shared/domain/errors';
import { err, ok } from '@shared/domain/result';
import type { Reader } from '../reader/reader';
import type { ContactService } from '../services/contacts/contact-service';
import type { MessageService } from '../services/messages/message-service';
import { doneValue, type HandlersOf } from './handler';
import { asReader } from './reading';

/** Messages, contacts and search: what is read beside the writer, and what is written around a thread. */
export const threadsHandlers = (
  messages: MessageService,
  contacts: ContactService,
  reader: Reader,
): HandlersOf<'messages'> & HandlersOf<'contacts'> & HandlersOf<'search'> => ({
  'messages.list': (input, caller) => reader.read('messages.list', asReader(input, caller)),
  'messages.revisions': (input, caller) => reader.read('messages.revisions', asReader(input, caller)),
  'messages.media': (input) => messages.media(input.workspaceId, input.attachmentId),
  'messages.addNote': (input, caller) => messages.addNote(caller, input.workspaceId, input.conversationId, input.text),
  'messages.deleteNote': (input, caller) => messages.deleteNote(caller, input.workspaceId, input.noteId),
  'messages.act': async (input, caller) => {
    const { workspaceId, conversationId, action, messageId, reason } = input;
    const acted = await messages.act(caller, workspaceId, conversationId, action, messageId, reason ?? null);
    return acted.ok ? ok(doneValue) : acted;
  },
  'contacts.list': (input, caller) => reader.read('contacts.list', asReader(input, caller)),
  'contacts.get': async (input, caller) => {
    const found = await reader.read('contacts.get', asReader(input, caller));
    if (!found.ok) return found;
    return found.value ? ok(found.value) : err(appError('not_found', 'There is no such contact.'));
  },
  'contacts.conversations': (input, caller) => reader.read('contacts.conversations', asReader(input, caller)),
  'contacts.update': (input, caller) => contacts.update(caller, input.workspaceId, input.contactId, input),
  'contacts.merge': (input, caller) => contacts.merge(caller, input.workspaceId, input.contactId, input.intoContactId),
  'search.query': (input, caller) => reader.read('search.query', asReader(input, caller)),
});
