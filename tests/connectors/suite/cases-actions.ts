import { expect } from 'vitest';
import type { NetworkAction } from '../../../shared/domain/conversation';
import type { ActionRequest } from '../../../electron/core/connectors/core/types';
import type { CaseRunner, CaseTools } from './runner';
import { itemFor, marker, need, never, sentOf, targetOf, until, valueOf, type MessageEvent } from './tools';

const asked = async ({ desk, brand, customer }: CaseTools): Promise<MessageEvent> => {
  const text = marker('question');
  await need(customer.comment, 'comment')(await brand.post(marker('post')), text);
  return desk.waitForText(text);
};

const request = (
  action: NetworkAction,
  event: MessageEvent,
  message: ActionRequest['message'] = {
    remoteId: event.message.remoteId,
    isOwn: event.message.isOwn,
    data: event.message.data,
  },
): ActionRequest => ({
  action,
  conversationRemoteId: event.conversation.remoteId,
  contact: event.conversation.contact,
  message,
  post: event.conversation.post === null ? null : { remoteId: event.conversation.post.remoteId },
  reason: action === 'report' ? 'Reklam, günlerdir' : null,
});

const act = async ({ desk }: CaseTools, asking: ActionRequest): Promise<void> => {
  valueOf(await need(desk.link.act, 'act').call(desk.link, asking, never));
};

/** An action and its opposite, each given twice: the second time must change nothing. */
const thereAndBack = async (
  tools: CaseTools,
  event: MessageEvent,
  [there, back]: readonly [NetworkAction, NetworkAction],
  holds: () => Promise<boolean>,
): Promise<void> => {
  expect(await holds()).toBe(false);
  for (let time = 0; time < 2; time += 1) await act(tools, request(there, event));
  await until(tools.world, there, holds);
  for (let time = 0; time < 2; time += 1) await act(tools, request(back, event));
  await until(tools.world, back, async () => !(await holds()));
};

/** Moderation and what the network is told. */
export const actionCases: CaseRunner = {
  like: async (tools) => {
    const event = await asked(tools);
    const written = { remoteId: event.message.remoteId };
    const isLiked = need(tools.world.reader.isLiked, 'isLiked');
    await thereAndBack(tools, event, ['like', 'unlike'], () => isLiked(tools.brand, written));
  },
  hide: async (tools) => {
    const event = await asked(tools);
    const written = { remoteId: event.message.remoteId };
    const isHidden = need(tools.world.reader.isHidden, 'isHidden');
    await thereAndBack(tools, event, ['hide', 'unhide'], () => isHidden(tools.brand, written));
  },
  mute: async (tools) => {
    const event = await asked(tools);
    const isMuted = need(tools.world.reader.isMuted, 'isMuted');
    await thereAndBack(tools, event, ['mute', 'unmute'], () => isMuted(tools.brand, tools.customer));
  },
  block: async (tools) => {
    const event = await asked(tools);
    const isBlocked = need(tools.world.reader.isBlocked, 'isBlocked');
    await thereAndBack(tools, event, ['block', 'unblock'], () => isBlocked(tools.brand, tools.customer));
  },
  report: async (tools) => {
    const event = await asked(tools);
    const reports = need(tools.world.reader.reportsAgainst, 'reportsAgainst');
    const written = { remoteId: event.message.remoteId };
    expect(await reports(written)).toBe(0);
    await act(tools, request('report', event));
    await until(tools.world, 'the report', async () => (await reports(written)) === 1);
  },
  'delete own': async (tools) => {
    const { desk, world, brand } = tools;
    const event = await asked(tools);
    const text = marker('withdrawn');
    const sent = sentOf(await desk.link.send(itemFor(event, text), never));
    const replies = need(world.reader.replies, 'replies');
    const isThere = async (): Promise<boolean> => (await replies(brand)).some((reply) => reply.text.includes(text));
    await until(world, 'the reply', isThere);
    for (let time = 0; time < 2; time += 1)
      await act(tools, request('delete_own', event, { remoteId: sent.remoteId, isOwn: true, data: {} }));
    await until(world, 'the deletion', async () => !(await isThere()));
  },
  'mark seen': async (tools) => {
    const { desk, world, brand } = tools;
    const event = await asked(tools);
    const unread = need(world.reader.unread, 'unread');
    await until(world, 'something unread', async () => (await unread(brand)) > 0);
    valueOf(await need(desk.link.markSeen, 'markSeen').call(desk.link, targetOf(event), never));
    await until(world, 'everything read', async () => (await unread(brand)) === 0);
  },
};
