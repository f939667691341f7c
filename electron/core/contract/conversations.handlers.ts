import { appError } from '@shared/domain/errors';
import { err, ok } from '@shared/domain/result';
import type { Reader } from '../reader/reader';
import type { ConversationService } from '../services/conversations/conversation-service';
import { doneValue, type HandlersOf } from './handler';
import { asReader } from './reading';

export const conversationsHandlers = (service: ConversationService, reader: Reader): HandlersOf<'conversations'> => ({
  'conversations.list': (input, caller) => reader.read('conversations.list', asReader(input, caller)),
  'conversations.counts': async (input, caller) => {
    const workspaceIds = input.workspaceId === null ? null : [input.workspaceId];
    const counts = await reader.read('desk.counts', asReader({ workspaceIds }, caller));
    if (!counts.ok) return counts;
    const sum = { open: 0, unread: 0, mine: 0, direct: 0, comment: 0, mention: 0, review: 0, drafts: 0, snoozed: 0 };
    for (const count of Object.values(counts.value)) {
      sum.open += count.open;
      sum.unread += count.unread;
      sum.mine += count.mine;
      sum.direct += count.direct;
      sum.comment += count.comment;
      sum.mention += count.mention;
      sum.review += count.review;
      sum.drafts += count.drafts;
      sum.snoozed += count.snoozed;
    }
    return ok(sum);
  },
  'conversations.get': async (input, caller) => {
    const found = await reader.read('conversations.get', asReader(input, caller));
    if (!found.ok) return found;
    return found.value ? ok(found.value) : err(appError('not_found', 'There is no such conversation.'));
  },
  'conversations.setStatus': (input, caller) =>
    service.setStatus(caller, input.workspaceId, input.conversationIds, input.status),
  'conversations.snooze': (input, caller) =>
    service.snooze(caller, input.workspaceId, input.conversationIds, input.until),
  'conversations.assign': (input, caller) =>
    service.assign(caller, input.workspaceId, input.conversationIds, input.staffId),
  'conversations.setLabels': (input, caller) =>
    service.setLabels(caller, input.workspaceId, input.conversationIds, input.add, input.remove),
  'conversations.markRead': (input, caller) => service.markRead(caller, input.workspaceId, input.conversationIds),
  'conversations.markUnread': (input, caller) => service.markUnread(caller, input.workspaceId, input.conversationIds),
  'conversations.undo': (input, caller) => {
    const undone = service.undo(caller, input.workspaceId, input.undoId);
    return undone.ok ? ok(doneValue) : undone;
  },
  'conversations.listLabels': (input) => service.listLabels(input.workspaceId),
});
