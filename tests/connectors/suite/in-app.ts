import type { ConversationRow, OutboxItem } from '@shared/contract/views';
import type { TestCore } from '../../support/core/test-core';
import { until } from '../../support/until';
import type { SuiteBrand } from './driver';
import { need } from './tools';

/** An account of a network in the app: the workspace that it belongs to, and itself. */
export interface AccountInApp {
  readonly workspaceId: string;
  readonly accountId: string;
}

/** Connects a brand's account to a workspace as a person does, the browser's part included. */
export async function connectInApp(
  core: TestCore,
  workspaceId: string,
  network: string,
  brand: SuiteBrand,
): Promise<AccountInApp> {
  const begin = { workspaceId, network, flow: brand.flow, fields: { ...brand.fields } };
  const step = await core.call('channels.beginSignIn', begin);
  if (step.state === 'done') return { workspaceId, accountId: step.account.id };
  await need(brand.finishInBrowser, 'finishInBrowser')(step.url);
  const accountId = await until('the sign-in', async () => {
    const status = await core.call('channels.signInStatus', { signInId: step.signInId });
    if (status.state === 'failed') throw new Error(status.reason);
    return status.state === 'done' ? status.account.id : null;
  });
  return { workspaceId, accountId };
}

/** Drafts a reply and sends it; it waits in the outbox. */
export async function replyInApp(
  core: TestCore,
  { workspaceId, accountId }: AccountInApp,
  { id: conversationId }: Pick<ConversationRow, 'id'>,
  text: string,
): Promise<OutboxItem> {
  const draft = await core.call('drafts.save', { workspaceId, conversationId, text });
  return core.call('outbox.send', { workspaceId, conversationId, accountId, draftId: draft.id, text });
}
