import { z } from 'zod';
import { conversationKinds } from '@shared/domain/conversation';
import { connectorErr, connectorOk } from '../../core/errors';
import { advance } from '../network/live';
import { deleteMessage, editMessage, messageById } from '../network/messages';
import { addPost, deletePost } from '../network/posts';
import { answerInOwnApp, writeAsCustomer } from '../network/writing';
import { repertoireOf } from '../sample/repertoire';
import { namedAccount, operation } from './operation';

const handle = z.string().trim().min(1).max(80);
const text = z.string().min(1).max(12_000_000);
const time = z.number().int();
const done = z.object({});
const images = z
  .array(
    z.object({ base64: z.string().max(4_000_000), mime: z.string().max(80), alt: z.string().max(1000).default('') }),
  )
  .max(8)
  .default([]);

/** Operations that act as customers, or as staff with the network's own app. */
export const customerOperations = {
  'sandbox.writeAs': operation({
    summary: 'A customer writes to a brand account: a direct message, comment, mention or review',
    input: z.object({
      account: handle,
      kind: z.enum(conversationKinds).default('direct'),
      text,
      customer: handle,
      customerName: z.string().trim().min(1).max(200).optional(),
      postId: z.string().nullable().default(null),
      conversationId: z.string().nullable().default(null),
      inReplyTo: z.string().nullable().default(null),
      /** Ms since 1970 UTC; now where it is left out. */
      at: time.optional(),
      images,
    }),
    output: z.object({ conversationId: z.string(), messageId: z.string(), postId: z.string().nullable(), at: time }),
    run: (input, network, context) => {
      const account = namedAccount(network, input.account);
      if (!account.ok) return account;
      const written = writeAsCustomer(network.store, account.value, {
        kind: input.kind,
        text: input.text,
        handle: input.customer,
        name: input.customerName ?? input.customer,
        postId: input.postId,
        conversationId: input.conversationId,
        inReplyTo: input.inReplyTo,
        at: input.at ?? context.clock.now(),
        images: input.images.map(({ base64, ...image }) => ({ ...image, bytes: Buffer.from(base64, 'base64') })),
      });
      if (!written.ok) return written;
      const { conversation, message } = written.value;
      return connectorOk({
        conversationId: conversation.id,
        messageId: message.id,
        postId: conversation.post_id,
        at: message.created_at,
      });
    },
  }),
  'sandbox.burst': operation({
    summary: 'Many customers write at once, each a thread of their own; `{n}` in the text becomes a number',
    input: z.object({
      account: handle,
      kind: z.enum(conversationKinds).default('comment'),
      text: z.string().min(1).max(2000),
      count: z.number().int().min(1).max(200_000),
      /** Time of the first message, ms since 1970 UTC; all of them now where it is left out. */
      at: time.optional(),
      /** Time from one to the next, ms. */
      stepMs: z.number().int().min(0).default(0),
    }),
    output: z.object({ count: z.number().int() }),
    run: (input, network, context) => {
      const account = namedAccount(network, input.account);
      if (!account.ok) return account;
      const firstAt = input.at ?? context.clock.now();
      for (let index = 0; index < input.count; index += 1) {
        const written = writeAsCustomer(network.store, account.value, {
          kind: input.kind,
          text: input.text.replaceAll('{n}', String(index)),
          handle: `crowd${index}`,
          name: `Crowd ${index}`,
          postId: null,
          conversationId: null,
          inReplyTo: null,
          at: firstAt + index * input.stepMs,
          images: [],
        });
        if (!written.ok) return written;
      }
      return connectorOk({ count: input.count });
    },
  }),
  'sandbox.post': operation({
    summary: 'A brand account publishes a post that customers can comment on',
    input: z.object({ account: handle, text, at: time.optional() }),
    output: z.object({ postId: z.string() }),
    run: (input, network, context) => {
      const account = namedAccount(network, input.account);
      if (!account.ok) return account;
      const at = input.at ?? context.clock.now();
      return connectorOk({ postId: addPost(network.store, { accountId: account.value.id, text: input.text, at }).id });
    },
  }),
  'sandbox.edit': operation({
    summary: 'The author changes the text of a message',
    input: z.object({ messageId: z.string(), text, at: time.optional() }),
    output: done,
    run: (input, { store }, context) => {
      const message = messageById(store, input.messageId);
      if (!message || message.deleted_at !== null) return connectorErr('target_gone');
      editMessage(store, message, input.text, input.at ?? context.clock.now());
      return connectorOk({});
    },
  }),
  'sandbox.delete': operation({
    summary: 'The author deletes a message',
    input: z.object({ messageId: z.string(), at: time.optional() }),
    output: done,
    run: (input, { store }, context) => {
      const message = messageById(store, input.messageId);
      if (!message || message.deleted_at !== null) return connectorErr('target_gone');
      deleteMessage(store, message, input.at ?? context.clock.now());
      return connectorOk({});
    },
  }),
  'sandbox.deletePost': operation({
    summary: 'The brand takes a post down; its comments can no longer be answered',
    input: z.object({ postId: z.string(), at: time.optional() }),
    output: done,
    run: (input, { store }, context) =>
      deletePost(store, input.postId, input.at ?? context.clock.now()) ? connectorOk({}) : connectorErr('target_gone'),
  }),
  'sandbox.answerAsBrand': operation({
    summary: 'Somebody of the brand answers a conversation with the network’s own app',
    input: z.object({
      conversationId: z.string(),
      inReplyTo: z.string().nullable().default(null),
      text,
      at: time.optional(),
    }),
    output: z.object({ messageId: z.string() }),
    run: (input, { store }, context) => {
      const answered = answerInOwnApp(store, { ...input, at: input.at ?? context.clock.now() });
      return answered.ok ? connectorOk({ messageId: answered.value.id }) : answered;
    },
  }),
  'sandbox.advance': operation({
    summary: 'Lets the customers write what is due by now, without waiting for a pull',
    input: z.object({}),
    output: z.object({ hasWritten: z.boolean() }),
    run: (_input, { store }, context) => connectorOk({ hasWritten: advance(store, context.clock.now(), repertoireOf) }),
  }),
};
