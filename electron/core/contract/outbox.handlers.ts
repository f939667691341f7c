import { appError } from '@shared/domain/errors';
import { err, ok } from '@shared/domain/result';
import type { Reader } from '../reader/reader';
import type { DraftService } from '../services/drafts/draft-service';
import type { OutboxService } from '../services/outbox/outbox-service';
import type { OutboxDispatcher } from '../sync/outbox/dispatcher';
import { doneValue, type HandlersOf } from './handler';
import { asReader } from './reading';

interface Services {
  readonly drafts: DraftService;
  readonly outbox: OutboxService;
  readonly dispatcher: OutboxDispatcher;
  readonly reader: Reader;
}

export const outboxHandlers = ({
  drafts,
  outbox,
  dispatcher,
  reader,
}: Services): HandlersOf<'drafts'> & HandlersOf<'outbox'> => {
  const get: HandlersOf<'outbox'>['outbox.get'] = async (input, caller) => {
    const found = await reader.read('outbox.get', asReader(input, caller));
    if (!found.ok) return found;
    return found.value ? ok(found.value) : err(appError('not_found', 'There is no such reply.'));
  };
  return {
    'drafts.get': (input) => drafts.get(input.workspaceId, input.conversationId),
    'drafts.save': (input, caller) =>
      drafts.save(caller, input.workspaceId, input.conversationId, input.text, input.replyToMessageId),
    'drafts.discard': (input, caller) => {
      const gone = drafts.discard(caller, input.workspaceId, input.conversationId);
      return gone.ok ? ok(doneValue) : gone;
    },
    'drafts.attach': (input, caller) => drafts.attach(caller, input.workspaceId, input.conversationId, input),
    'drafts.setAlt': (input, caller) => drafts.setAlt(caller, input.workspaceId, input.attachmentId, input.alt),
    'drafts.detach': (input, caller) => drafts.detach(caller, input.workspaceId, input.attachmentId),
    'drafts.check': (input) => drafts.check(input.workspaceId, input.conversationId, input.text),
    'outbox.send': (input, caller) => outbox.send(caller, input),
    'outbox.list': (input, caller) => reader.read('outbox.list', asReader(input, caller)),
    'outbox.get': get,
    'outbox.recall': (input, caller) => outbox.recall(caller, input.workspaceId, input.itemId),
    'outbox.edit': (input, caller) => outbox.edit(caller, input.workspaceId, input.itemId, input.text),
    'outbox.release': (input, caller) => outbox.release(caller, input.workspaceId, input.itemId, input.reason),
    'outbox.retry': (input, caller) => outbox.retry(caller, input.workspaceId, input.itemId),
    'outbox.check': async (input, caller) => {
      await dispatcher.checkNow(input.workspaceId, input.itemId);
      return get(input, caller);
    },
    'outbox.settle': (input, caller) => outbox.settle(caller, input.workspaceId, input.itemId, input.arrived),
    'outbox.discard': (input, caller) => outbox.discard(caller, input.workspaceId, input.itemId),
  };
};
