import type { ConversationRow, OutboxItem } from '@shared/contract/views';
import type { TestCore } from './test-core';

/** A brand of a test with one account on the sandbox network, and what a customer and a member of staff do with it. */
export interface SandboxBrand {
  readonly workspaceId: string;
  readonly accountId: string;
  readonly handle: string;
  /** A customer writes and it is fetched; answers the conversation as the desk shows it. */
  hears(
    text: string,
    more?: { kind?: 'direct' | 'comment' | 'mention' | 'review'; customer?: string; conversationId?: string },
  ): Promise<ConversationRow>;
  /** Drafts and sends a reply; it waits in the outbox. */
  replies(conversation: { id: string }, text: string): Promise<OutboxItem>;
  item(id: string): Promise<OutboxItem>;
  /** The network's own id of the conversation that a customer wrote in last. */
  remoteConversation(): Promise<string>;
  /** What the network received from this account through Chorale, oldest first. */
  received(): Promise<readonly ReceivedMessage[]>;
}

export interface ReceivedMessage {
  readonly messageId: string;
  readonly account: string;
  readonly conversationAccount: string;
  readonly conversationId: string;
  readonly text: string;
  readonly key: string | null;
  readonly via: string;
  readonly timesApplied: number;
}

/** Makes a workspace and signs its account in. Replies leave at once: no recall time. */
export async function aBrand(
  core: TestCore,
  name: string,
  handle = name.toLowerCase().replace(/\s+/g, ''),
): Promise<SandboxBrand> {
  const workspace = await core.call('workspaces.create', { name, recallMs: 0 });
  const step = await core.call('channels.beginSignIn', {
    workspaceId: workspace.id,
    network: 'sandbox',
    flow: 'local',
    fields: { handle, name },
  });
  if (step.state !== 'done') throw new Error('sign-in did not end');
  const workspaceId = workspace.id;
  const accountId = step.account.id;
  await core.steer('sandbox.setPace', { messagesPerHour: 0 });
  const conversations = async (): Promise<readonly ConversationRow[]> =>
    (await core.call('conversations.list', { workspaceId, limit: 200 })).items;
  let lastRemote = '';
  return {
    workspaceId,
    accountId,
    handle,
    async hears(text, more = {}) {
      const written = await core.steer('sandbox.writeAs', {
        account: handle,
        kind: more.kind ?? 'direct',
        text,
        customer: more.customer ?? 'ada',
        customerName: 'Ada Kılıç',
        ...(more.conversationId ? { conversationId: more.conversationId } : {}),
      });
      lastRemote = (written as { conversationId: string }).conversationId;
      await core.call('sync.now', { workspaceId });
      const found = (await conversations()).find((row) => row.preview === text);
      if (!found) throw new Error(`nothing arrived: ${text}`);
      return found;
    },
    async replies(conversation, text) {
      const draft = await core.call('drafts.save', { workspaceId, conversationId: conversation.id, text });
      return core.call('outbox.send', {
        workspaceId,
        conversationId: conversation.id,
        accountId,
        draftId: draft.id,
        text,
      });
    },
    remoteConversation: () => Promise.resolve(lastRemote),
    item: (itemId) => core.call('outbox.get', { workspaceId, itemId }),
    async received() {
      const all = (await core.steer('sandbox.received', { account: handle })) as {
        messages: readonly ReceivedMessage[];
      };
      return all.messages.filter((message) => message.via === 'connector');
    },
  };
}
