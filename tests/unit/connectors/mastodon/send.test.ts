import { describe, expect, it } from 'vitest';
import type { OutgoingItem, ReplyTarget } from '../../../../electron/core/connectors/core/types';
import { addressed } from '../../../../electron/core/connectors/mastodon/outbound';
import { answerVisibility } from '../../../../electron/core/connectors/mastodon/visibility';
import { aStatus, inReplyTo, json, linkTo, mentionOf, signal, targetOf, type SeenCall } from './builders';

const asked = aStatus('ada', 'Do you ship?', { mentions: [mentionOf('brand')] });
const key = '0193a000-0000-7000-8000-000000000000';
const item = (target: ReplyTarget, more: Partial<OutgoingItem> = {}): OutgoingItem => ({
  key,
  target,
  text: 'Yes, we do',
  images: [],
  createdAt: 0,
  ...more,
});
const image = (more: Partial<OutgoingItem['images'][number]> = {}): OutgoingItem['images'][number] => ({
  bytes: new Uint8Array(10),
  mime: 'image/png',
  alt: 'a cup',
  ...more,
});
const taken = (): Response => json(aStatus('brand', 'Yes, we do'));
const posted = (calls: readonly SeenCall[]): readonly Record<string, unknown>[] =>
  calls
    .filter(({ method, url }) => method === 'POST' && url.pathname === '/api/v1/statuses')
    .map(({ body }) => JSON.parse(body) as Record<string, unknown>);

describe('an answer', () => {
  it('goes out once, with the item’s own key, under the message, to its author', async () => {
    const { link, calls } = linkTo(taken);
    const outcome = await link.send(item(targetOf(asked)), signal);
    expect(outcome).toMatchObject({ kind: 'sent', message: { text: 'Yes, we do' } });
    expect(calls).toHaveLength(1);
    expect(calls[0]?.headers.get('idempotency-key')).toBe(key);
    expect(posted(calls)).toEqual([{ status: '@ada Yes, we do', visibility: 'public', in_reply_to_id: asked.id }]);
  });

  it.each([
    ['public', 'public', 'public'],
    ['unlisted', 'public', 'unlisted'],
    ['private', 'public', 'private'],
    ['public', 'unlisted', 'unlisted'],
    ['public', 'followers', 'private'],
    ['direct', 'public', 'direct'],
    ['local', 'public', 'local'],
    ['local', 'direct', 'direct'],
    [null, 'unlisted', 'unlisted'],
  ] as const)('to a %s post of a %s conversation is %s', (raw, conversation, visibility) => {
    expect(answerVisibility(raw, conversation, false)).toBe(visibility);
  });

  it('to a post for followers is private where the server shows private messages like that', () => {
    expect(answerVisibility('private', 'followers', true)).toBe('direct');
    expect(answerVisibility('public', 'followers', true)).toBe('direct');
    expect(answerVisibility('public', 'public', true)).toBe('public');
  });

  it('in a private conversation is private and names everybody, whatever the message says', async () => {
    const { link, calls } = linkTo(taken);
    const target = targetOf(asked, {
      conversationRemoteId: 'direct:ada%40here.example,june%40elsewhere.example',
      kind: 'direct',
      visibility: 'direct',
      message: { remoteId: asked.id, data: { visibility: 'public', to: ['ada', 'june@elsewhere.example'] } },
    });
    await link.send(item(target), signal);
    expect(posted(calls)[0]).toMatchObject({ status: '@ada @june@elsewhere.example Yes, we do', visibility: 'direct' });
  });

  it('names nobody twice', () => {
    expect(addressed('Hi @Ada, yes', ['ada'], 'here.example')).toBe('Hi @Ada, yes');
    expect(addressed('Hi @ada@here.example', ['ada', 'can'], 'here.example')).toBe('@can Hi @ada@here.example');
    expect(addressed('mail me at x@ada', ['ada'], 'here.example')).toBe('@ada mail me at x@ada');
  });

  it('to a thread as a whole goes under the person’s newest message in it', async () => {
    const own = aStatus('brand', 'New beans');
    const first = aStatus('ada', 'one', inReplyTo(own));
    const last = aStatus('ada', 'two', inReplyTo(own));
    const other = aStatus('can', 'three', inReplyTo(own));
    const { link, calls } = linkTo(({ method, url }) => {
      if (method === 'POST') return taken();
      return json(url.pathname.endsWith('/context') ? { ancestors: [], descendants: [last, first, other] } : own);
    });
    const target = targetOf(own, { message: null });
    await link.send(item(target), signal);
    expect(posted(calls)[0]).toMatchObject({ in_reply_to_id: last.id, status: '@ada Yes, we do' });
  });

  it('that is too long with the names before it never leaves', async () => {
    const { link, calls } = linkTo(taken);
    expect(await link.send(item(targetOf(asked), { text: 'x'.repeat(495) }), signal)).toMatchObject({ kind: 'sent' });
    expect(await link.send(item(targetOf(asked), { text: 'x'.repeat(496) }), signal)).toMatchObject({
      kind: 'failed',
      error: { kind: 'too_long' },
    });
    expect(posted(calls)).toHaveLength(1);
  });

  it('is not tried again by itself, and is unknown where it may have arrived', async () => {
    const { link, calls } = linkTo(() => new Response('', { status: 502 }));
    expect(await link.send(item(targetOf(asked)), signal)).toMatchObject({ kind: 'unknown' });
    expect(calls).toHaveLength(1);
    const cut = linkTo(() => new Response('{"id":"1', { status: 200 }));
    expect(await cut.link.send(item(targetOf(asked)), signal)).toMatchObject({ kind: 'unknown' });
    const lost = linkTo(() => Promise.reject(Object.assign(new Error(''), { code: 'ECONNRESET', syscall: 'read' })));
    expect(await lost.link.send(item(targetOf(asked)), signal)).toMatchObject({ kind: 'unknown' });
    const away = linkTo(() => Promise.reject(Object.assign(new Error(''), { code: 'ECONNREFUSED' })));
    expect(await away.link.send(item(targetOf(asked)), signal)).toMatchObject({
      kind: 'failed',
      error: { kind: 'unreachable' },
    });
  });
});

describe('an image', () => {
  it('is waited for until the server has processed it, and goes along with its description', async () => {
    let asking = 0;
    const { link, calls, clock } = linkTo(({ method, url }) => {
      if (url.pathname === '/api/v2/media') return json({ id: '50', url: null }, { status: 202 });
      if (url.pathname !== '/api/v1/media/50') return taken();
      asking += 1;
      expect(method).toBe('GET');
      return json(
        { id: '50', url: asking === 3 ? 'https://f.example/50' : null },
        { status: asking === 3 ? 200 : 206 },
      );
    });
    let outcome: unknown = null;
    void link.send(item(targetOf(asked), { images: [image()] }), signal).then((value) => {
      outcome = value;
    });
    for (let turn = 0; outcome === null && turn < 200; turn += 1) {
      clock.advance(500);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(outcome).toMatchObject({ kind: 'sent' });
    expect(asking).toBe(3);
    expect(posted(calls)[0]).toMatchObject({ media_ids: ['50'] });
    expect(calls[0]?.body).toContain('a cup');
  });

  it.each([
    ['too many', Array.from({ length: 5 }, () => image()), 'count'],
    ['too large', [image({ bytes: new Uint8Array(16_777_217) })], 'size'],
    ['of a type that the server does not take', [image({ mime: 'image/tiff' })], 'type'],
    ['described at too great a length', [image({ alt: 'x'.repeat(1_501) })], 'alt'],
  ])('%s is refused before anything leaves', async (_name, images, networkCode) => {
    const { link, calls } = linkTo(taken);
    expect(await link.send(item(targetOf(asked), { images }), signal)).toMatchObject({
      kind: 'failed',
      error: { kind: 'media_rejected', networkCode },
    });
    expect(calls).toEqual([]);
  });

  it('that cannot be uploaded keeps the answer back, surely unsent', async () => {
    const { link, calls } = linkTo(() => new Response('', { status: 500 }));
    expect(await link.send(item(targetOf(asked), { images: [image()] }), signal)).toMatchObject({
      kind: 'failed',
      error: { kind: 'transient' },
    });
    expect(posted(calls)).toEqual([]);
  });
});

describe('after a lost answer', () => {
  it('a server that keeps keys is asked with the key again, any other is read', async () => {
    const keeping = linkTo(taken, { keepsKeys: true });
    // Before the credential was read once it is not known; the outbox then reads again a moment later.
    expect(await keeping.link.findByKey?.(item(targetOf(asked)), signal)).toMatchObject({
      error: { kind: 'transient' },
    });
    expect(keeping.link.findByKey).toBeUndefined();
    const other = linkTo(taken, { keepsKeys: false });
    await other.link.send(item(targetOf(asked)), signal);
    expect(await other.link.findByKey?.(item(targetOf(asked)), signal)).toMatchObject({
      error: { kind: 'unsupported' },
    });
  });

  it('own answers of the conversation are listed, no others', async () => {
    const root = aStatus('brand', 'New beans');
    const theirs = aStatus('ada', 'one', inReplyTo(root));
    const others = aStatus('can', 'two', inReplyTo(root));
    const ours = aStatus('brand', 'Yes, we do', { mentions: [mentionOf('ada')], ...inReplyTo(theirs) });
    const elsewhere = aStatus('brand', 'Yes, we do', inReplyTo(others));
    const whisper = aStatus('brand', 'Yes, we do', {
      ...inReplyTo(theirs),
      visibility: 'direct',
      mentions: [mentionOf('ada')],
    });
    const { link } = linkTo(({ url }) => {
      if (url.pathname.endsWith('/context')) return json({ ancestors: [root], descendants: [] });
      return json(url.pathname.endsWith('/statuses') ? [whisper, elsewhere, ours, root] : theirs);
    });
    const target = targetOf(theirs, { conversationRemoteId: `thread:${root.id}:2`, kind: 'comment' });
    const own = await link.listOwn(target, signal);
    expect(own.ok && own.value.map(({ remoteId, text }) => [remoteId, text])).toEqual([[ours.id, 'Yes, we do']]);
  });
});
