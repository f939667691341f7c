import { expect } from 'vitest';
import type { CaseRunner, CaseTools } from './runner';
import type { ReadReply } from './driver';
import { itemFor, marker, need, never, sentOf, targetOf, tinyPng, until, valueOf, type MessageEvent } from './tools';

const askedUnderPost = async ({ desk, brand, customer }: CaseTools): Promise<MessageEvent> => {
  const text = marker('question');
  await need(customer.comment, 'comment')(await brand.post(marker('post')), text);
  return desk.waitForText(text);
};

const repliesWith = async ({ world, brand }: CaseTools, text: string): Promise<readonly ReadReply[]> =>
  (await need(world.reader.replies, 'replies')(brand)).filter((reply) => reply.text.includes(text));

/** Everything that leaves, and what is known about it afterwards. */
export const outboundCases: CaseRunner = {
  reply: async (tools) => {
    const asked = await askedUnderPost(tools);
    const text = marker('answer');
    const sent = sentOf(await tools.desk.link.send(itemFor(asked, `Teşekkürler! ${text}`), never));
    expect(sent.remoteId).not.toBe('');
    expect(sent.text).toContain(text);
    await until(tools.world, 'the reply', async () => (await repliesWith(tools, text)).length > 0);
    const found = await repliesWith(tools, text);
    expect(found).toHaveLength(1);
    expect(found[0]?.inReplyTo).toBe(asked.message.remoteId);
  },
  'reply to mention': async (tools) => {
    const { desk, world, brand, customer } = tools;
    const question = marker('mention');
    await need(customer.mention, 'mention')(brand, question);
    const asked = await desk.waitForText(question);
    const text = marker('answer');
    sentOf(await desk.link.send(itemFor(asked, text), never));
    await until(world, 'the reply', async () => (await repliesWith(tools, text)).length === 1);
    expect((await repliesWith(tools, text))[0]?.inReplyTo).toBe(asked.message.remoteId);
  },
  'direct reply': async ({ desk, world, brand, customer }) => {
    const question = marker('direct');
    await need(customer.direct, 'direct')(brand, question);
    const asked = await desk.waitForText(question);
    const text = marker('answer');
    sentOf(await desk.link.send(itemFor(asked, text), never));
    const directFrom = need(world.reader.directFrom, 'directFrom');
    await until(world, 'the message', async () =>
      (await directFrom(brand, customer)).some((received) => received.includes(text)),
    );
    expect((await directFrom(brand, customer)).filter((received) => received.includes(text))).toHaveLength(1);
  },
  links: async (tools) => {
    const asked = await askedUnderPost(tools);
    const text = marker('linked');
    const whole = `👋 ${text} İade için https://example.com/iade?no=1 sayfasına bakın #kolayiade`;
    sentOf(await tools.desk.link.send(itemFor(asked, whole), never));
    await until(tools.world, 'the reply', async () => (await repliesWith(tools, text)).length === 1);
    const [reply] = await repliesWith(tools, text);
    expect(reply?.links).toContain('https://example.com/iade?no=1');
    expect(reply?.tags.map((tag) => tag.toLowerCase())).toContain('kolayiade');
  },
  'picture reply': async (tools) => {
    const asked = await askedUnderPost(tools);
    const text = marker('pictured');
    const images = [{ bytes: new Uint8Array(tinyPng), mime: 'image/png', alt: 'Yeni fincan, mavi' }];
    sentOf(await tools.desk.link.send(itemFor(asked, text, { images }), never));
    await until(tools.world, 'the reply', async () => (await repliesWith(tools, text)).length === 1);
    expect((await repliesWith(tools, text))[0]?.alts).toEqual(['Yeni fincan, mavi']);
  },
  'same key': async (tools) => {
    const asked = await askedUnderPost(tools);
    const text = marker('once');
    const item = itemFor(asked, text);
    const first = sentOf(await tools.desk.link.send(item, never));
    const second = sentOf(await tools.desk.link.send(item, never));
    expect(second.remoteId).toBe(first.remoteId);
    await until(tools.world, 'the reply', async () => (await repliesWith(tools, text)).length > 0);
    expect(await repliesWith(tools, text)).toHaveLength(1);
  },
  'lost answer': async (tools) => {
    const { desk, world, network } = tools;
    const asked = await askedUnderPost(tools);
    const text = marker('lost');
    const item = itemFor(asked, text);
    await need(world.faults.loseSendAnswer, 'loseSendAnswer')('reply');
    const outcome = await desk.link.send(item, never);
    expect(outcome.kind).toBe('unknown');
    if (network.connector.manifest.resend.kind === 'key') {
      if (desk.link.findByKey !== undefined) {
        const found = valueOf(await desk.link.findByKey(item, never));
        expect(found?.text).toContain(text);
      }
      sentOf(await desk.link.send(item, never));
    } else {
      await until(world, 'reading back', async () =>
        valueOf(await desk.link.listOwn(item.target, never)).some((own) => own.text.includes(text)),
      );
    }
    await until(world, 'the reply', async () => (await repliesWith(tools, text)).length > 0);
    expect(await repliesWith(tools, text)).toHaveLength(1);
  },
  'lost direct answer': async ({ desk, world, brand, customer }) => {
    const question = marker('direct');
    await need(customer.direct, 'direct')(brand, question);
    const asked = await desk.waitForText(question);
    const text = marker('lost');
    const item = itemFor(asked, text);
    await need(world.faults.loseSendAnswer, 'loseSendAnswer')('direct');
    const outcome = await desk.link.send(item, never);
    expect(outcome.kind).toBe('unknown');
    await until(world, 'reading back', async () =>
      valueOf(await desk.link.listOwn(item.target, never)).some((own) => own.text.includes(text)),
    );
    const received = await need(world.reader.directFrom, 'directFrom')(brand, customer);
    expect(received.filter((message) => message.includes(text))).toHaveLength(1);
  },
  'server away': async (tools) => {
    const { desk, world } = tools;
    const asked = await askedUnderPost(tools);
    const text = marker('later');
    const item = itemFor(asked, text);
    await need(world.faults.down, 'down')();
    try {
      const outcome = await desk.link.send(item, never);
      expect(outcome.kind).toBe('failed');
      if (outcome.kind === 'failed') expect(outcome.error.kind).toBe('unreachable');
      const pulled = await desk.link.pull(tools.network.connector.manifest.streams[0]?.id ?? '', null, never);
      expect(pulled.ok ? 'ok' : pulled.error.kind).toBe('unreachable');
    } finally {
      await need(world.faults.up, 'up')();
    }
    sentOf(await desk.link.send(item, never));
    await until(world, 'the reply', async () => (await repliesWith(tools, text)).length > 0);
    expect(await repliesWith(tools, text)).toHaveLength(1);
  },
  'too long': async (tools) => {
    const asked = await askedUnderPost(tools);
    const outcome = await tools.desk.link.send(itemFor(asked, tools.network.tooLongText), never);
    expect(outcome.kind).toBe('failed');
    if (outcome.kind === 'failed') expect(outcome.error.kind).toBe('too_long');
  },
  'list own': async (tools) => {
    const { desk, world } = tools;
    const asked = await askedUnderPost(tools);
    const texts = [marker('own'), marker('own')];
    for (const text of texts) sentOf(await desk.link.send(itemFor(asked, text), never));
    const own = async (): Promise<readonly string[]> =>
      valueOf(await desk.link.listOwn(targetOf(asked), never)).map((message) => message.text);
    await until(world, 'both answers', async () => {
      const listed = await own();
      return texts.every((text) => listed.includes(text));
    });
    expect((await own()).some((text) => text.includes('question-'))).toBe(false);
  },
};
