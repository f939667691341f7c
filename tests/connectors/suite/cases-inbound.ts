import { expect } from 'vitest';
import type { InboundEvent } from '../../../electron/core/connectors/core/types';
import type { CaseRunner } from './runner';
import { marker, need, signInBrand, targetOf, valueOf, never, type MessageEvent } from './tools';

const idsOf = (events: readonly InboundEvent[]): readonly string[] =>
  events.flatMap((event) => (event.type === 'message' ? [event.message.remoteId] : []));

/** Signing in, and everything that customers do. */
export const inboundCases: CaseRunner = {
  'sign in': async ({ network, desk, brand }) => {
    const { identity, capabilities, credential, identities } = desk.signedIn;
    expect(identity.handle).toBe(brand.handle);
    expect(identity.remoteId).not.toBe('');
    expect(capabilities.publicText.length).toBeGreaterThan(0);
    expect(identities.some((entry) => entry.value.includes(brand.handle))).toBe(true);
    expect(credential ?? '').not.toContain(Object.values(brand.wrongFields ?? {}).at(-1) ?? '\0');
    expect(network.connector.manifest.signIn.map((flow) => flow.id)).toContain(brand.flow);
  },
  'wrong secret': async ({ network, world, brand }) => {
    const wrong = need(brand.wrongFields, 'wrongFields');
    const refused = await signInBrand(network.connector, world, brand, wrong);
    expect(refused.ok).toBe(false);
    if (!refused.ok) expect(['auth_revoked', 'permission', 'invalid']).toContain(refused.error.kind);
  },
  identify: async ({ desk, brand }) => {
    const identity = valueOf(await desk.link.identify(never));
    expect(identity.remoteId).toBe(desk.account.remoteId);
    expect(identity.handle).toBe(brand.handle);
  },
  'two brands': async ({ desk, otherDesk, world, brand, customer }) => {
    const [, other] = world.brands;
    const text = marker('apart');
    await need(customer.comment, 'comment')(await brand.post(marker('own')), text);
    await desk.waitForText(text);
    await otherDesk.pull();
    expect(otherDesk.seen.some((event) => event.type === 'message' && event.message.text.includes(text))).toBe(false);
    expect(valueOf(await otherDesk.link.identify(never)).handle).toBe(other.handle);
    expect(valueOf(await desk.link.identify(never)).handle).toBe(brand.handle);
  },
  comment: async ({ desk, brand, customer }) => {
    const postText = marker('post');
    const post = await brand.post(postText);
    const text = marker('comment');
    const written = await need(customer.comment, 'comment')(post, text);
    const { conversation, message } = await desk.waitForText(text);
    expect(message.remoteId).toBe(written.remoteId);
    expect(conversation.kind).toBe('comment');
    expect(conversation.contact.handle).toBe(customer.handle);
    expect(message.author.handle).toBe(customer.handle);
    expect(message.isOwn).toBe(false);
    expect(conversation.post?.text).toContain(postText);
    expect(conversation.post?.isOwn).toBe(true);
    expect(Math.abs(message.createdAt - Date.now())).toBeLessThan(10 * 60_000);
  },
  'deep comment': async ({ desk, brand, customer, otherCustomer }) => {
    const comment = need(customer.comment, 'comment');
    const post = await brand.post(marker('post'));
    const first = await comment(post, marker('first'));
    const answer = await need(brand.replyOutside, 'replyOutside')(first, marker('answer'));
    const again = marker('again');
    const second = await comment(answer, again);
    const stranger = marker('stranger');
    await need(otherCustomer.comment, 'comment')(second, stranger);
    const mine = await desk.waitForText(again);
    const firstEvent = await desk.waitFor(
      'the first comment',
      (event): event is MessageEvent => event.type === 'message' && event.message.remoteId === first.remoteId,
    );
    expect(mine.conversation.remoteId).toBe(firstEvent.conversation.remoteId);
    const theirs = await desk.waitForText(stranger);
    expect(theirs.conversation.remoteId).not.toBe(firstEvent.conversation.remoteId);
    expect(theirs.conversation.contact.handle).toBe(otherCustomer.handle);
    expect(mine.message.inReplyToRemoteId).toBe(answer.remoteId);
  },
  mention: async ({ desk, brand, customer }) => {
    const text = marker('mention');
    await need(customer.mention, 'mention')(brand, text);
    const { conversation, message } = await desk.waitForText(text);
    expect(conversation.kind).toBe('mention');
    expect(conversation.contact.handle).toBe(customer.handle);
    expect(message.isOwn).toBe(false);
  },
  quote: async ({ desk, brand, customer }) => {
    const postText = marker('quoted');
    const text = marker('quote');
    await need(customer.quote, 'quote')(await brand.post(postText), text);
    const { conversation } = await desk.waitForText(text);
    expect(conversation.kind).toBe('mention');
    expect(conversation.post?.text).toContain(postText);
  },
  direct: async ({ desk, brand, customer }) => {
    const text = marker('direct');
    await need(customer.direct, 'direct')(brand, text);
    const { conversation, message } = await desk.waitForText(text);
    expect(conversation.kind).toBe('direct');
    expect(conversation.visibility).toBe('direct');
    expect(conversation.contact.handle).toBe(customer.handle);
    expect(message.isOwn).toBe(false);
  },
  hostile: async ({ desk, brand, customer }) => {
    const mark = marker('hostile');
    const text = `${mark} 👩‍👩‍👧‍👦 İstanbul’da ığdır <b onclick="x()">&amp; \u202Etxt.exe\u202C ⁧abc⁩`;
    await need(customer.comment, 'comment')(await brand.post(marker('post')), text);
    const { message } = await desk.waitForText(mark);
    expect(message.text).toBe(text);
  },
  picture: async ({ desk, brand, customer }) => {
    const text = marker('picture');
    await need(customer.picture, 'picture')(await brand.post(marker('post')), text, 'a chipped cup');
    const { message } = await desk.waitForText(text);
    expect(message.attachments.map((attachment) => attachment.alt)).toEqual(['a chipped cup']);
  },
  burst: async ({ desk, brand, customer, otherCustomer }) => {
    const post = await brand.post(marker('busy'));
    const texts = Array.from({ length: 12 }, () => marker('burst'));
    for (const [index, text] of texts.entries())
      await need((index % 2 === 0 ? customer : otherCustomer).comment, 'comment')(post, text);
    for (const text of texts) await desk.waitForText(text);
    await desk.pull();
    const found = desk.seen.filter(
      (event): event is MessageEvent =>
        event.type === 'message' && texts.some((text) => event.message.text.includes(text)),
    );
    expect(new Set(found.map((event) => event.message.remoteId)).size).toBe(texts.length);
    // Repeats are allowed, two names for one message or two texts for one name are not.
    for (const event of found) {
      const same = found.filter((other) => other.message.remoteId === event.message.remoteId);
      expect(new Set(same.map((other) => other.message.text)).size).toBe(1);
      expect(new Set(same.map((other) => other.conversation.remoteId)).size).toBe(1);
    }
  },
  idempotent: async ({ desk, world }) => {
    await world.settle();
    await desk.pull();
    const known = new Set(idsOf(desk.seen));
    const again = await desk.pull();
    expect(idsOf(again).filter((id) => !known.has(id))).toEqual([]);
  },
  edit: async ({ desk, brand, customer }) => {
    const text = marker('before');
    const message = await need(customer.comment, 'comment')(await brand.post(marker('post')), text);
    const first = await desk.waitForText(text);
    const changed = marker('after');
    await need(customer.edit, 'edit')(message, changed);
    const second = await desk.waitForText(changed);
    expect(second.message.remoteId).toBe(first.message.remoteId);
    expect(second.message.editedAt).not.toBeNull();
  },
  delete: async ({ desk, brand, customer }) => {
    const text = marker('regretted');
    const message = await need(customer.comment, 'comment')(await brand.post(marker('post')), text);
    await desk.waitForText(text);
    await need(customer.remove, 'remove')(message);
    await desk.waitFor(
      'the deletion',
      (event): event is Extract<InboundEvent, { type: 'delete' }> =>
        event.type === 'delete' && event.remoteMessageId === message.remoteId,
    );
  },
  'outside reply': async ({ desk, brand, customer }) => {
    const question = marker('question');
    const asked = await need(customer.comment, 'comment')(await brand.post(marker('post')), question);
    const event = await desk.waitForText(question);
    const answer = marker('outside');
    await need(brand.replyOutside, 'replyOutside')(asked, answer);
    const own = await desk.waitForText(answer);
    expect(own.message.isOwn).toBe(true);
    expect(own.conversation.remoteId).toBe(event.conversation.remoteId);
    expect(own.conversation.contact.handle).toBe(customer.handle);
  },
  'new in thread': async ({ desk, world, brand, customer }) => {
    const comment = need(customer.comment, 'comment');
    const post = await brand.post(marker('post'));
    const question = marker('question');
    const asked = await comment(post, question);
    const event = await desk.waitForText(question);
    const more = marker('more');
    await comment(asked, more);
    await world.settle();
    const thread = valueOf(await desk.link.readThread(targetOf(event), never));
    const texts = thread.events.flatMap((found) => (found.type === 'message' ? [found.message.text] : []));
    expect(texts.some((text) => text.includes(question))).toBe(true);
    expect(texts.some((text) => text.includes(more))).toBe(true);
    expect(thread.isTargetGone).toBe(false);
    expect(thread.canReply).toBe(true);
  },
  'gone target': async ({ desk, world, brand, customer }) => {
    const text = marker('going');
    const message = await need(customer.comment, 'comment')(await brand.post(marker('post')), text);
    const event = await desk.waitForText(text);
    await need(customer.remove, 'remove')(message);
    await world.settle();
    const thread = valueOf(await desk.link.readThread(targetOf(event), never));
    expect(thread.isTargetGone).toBe(true);
  },
};
