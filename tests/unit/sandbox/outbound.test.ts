import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  isMessage,
  itemFor,
  never,
  openNetwork,
  valueOf,
  type MessageEvent,
  type TestDesk,
  type TestNetwork,
} from './desk';

interface ReceivedMessage {
  readonly account: string;
  readonly conversationAccount: string;
  readonly text: string;
  readonly key: string | null;
  readonly timesApplied: number;
  readonly timesAsked: number;
  readonly via: string;
}

let network: TestNetwork;
let desk: TestDesk;
let asked: MessageEvent;

beforeEach(async () => {
  network = openNetwork();
  desk = await network.signIn('lale');
  await network.run('sandbox.writeAs', { account: 'lale', customer: 'ada', text: 'kargom nerede' });
  asked = await desk.find('kargom nerede');
});
afterEach(() => network.dispose());

const received = async (): Promise<readonly ReceivedMessage[]> =>
  (await network.run('sandbox.received')).messages as readonly ReceivedMessage[];
const fail = (more: Record<string, unknown>): Promise<unknown> => network.run('sandbox.fail', more);

describe('what leaves for the sandbox network', () => {
  it('takes an answer, echoes it with its key, and lets another reader find it', async () => {
    const item = itemFor(asked, 'Yarın sizde 🙏');
    const outcome = await desk.link.send(item, never);
    expect(outcome.kind).toBe('sent');
    const echo = await desk.find('Yarın sizde');
    expect(echo.message).toMatchObject({ isOwn: true, sendKey: item.key, inReplyToRemoteId: asked.message.remoteId });
    expect(await received()).toEqual([
      expect.objectContaining({ account: 'lale', text: item.text, key: item.key, timesApplied: 1, timesAsked: 1 }),
    ]);
    await network.run('sandbox.setNetwork', { echoKeys: false });
    expect(
      valueOf(await desk.link.readThread(item.target, never))
        .events.filter(isMessage)
        .at(-1)?.message.sendKey,
    ).toBeNull();
  });

  it('writes once for one key, however often it is sent', async () => {
    const item = itemFor(asked, 'bir kere');
    for (let attempt = 0; attempt < 3; attempt += 1) expect((await desk.link.send(item, never)).kind).toBe('sent');
    expect(await received()).toEqual([expect.objectContaining({ timesApplied: 1, timesAsked: 3 })]);
  });

  it('takes the same words twice where a person meant them twice', async () => {
    for (let time = 0; time < 2; time += 1) await desk.link.send(itemFor(asked, 'Rica ederiz'), never);
    expect(await received()).toHaveLength(2);
    expect(valueOf(await desk.link.listOwn(itemFor(asked, '').target, never))).toHaveLength(2);
  });

  it('carries a send out whose answer is lost, once, and can be asked for it by key', async () => {
    await fail({ what: 'send', mode: 'lost_answer', count: 1 });
    const item = itemFor(asked, 'ulaştı mı?');
    expect(await desk.link.send(item, never)).toMatchObject({ kind: 'unknown' });
    expect(valueOf(await desk.link.findByKey!(item, never))?.text).toBe('ulaştı mı?');
    expect((await desk.link.send(item, never)).kind).toBe('sent');
    expect(await received()).toEqual([expect.objectContaining({ timesApplied: 1 })]);
  });

  it('looks the same from outside when the request was lost, and knows that nothing came', async () => {
    await fail({ what: 'send', mode: 'dropped', count: 1 });
    const item = itemFor(asked, 'yolda kayboldu');
    expect(await desk.link.send(item, never)).toMatchObject({ kind: 'unknown' });
    expect(valueOf(await desk.link.findByKey!(item, never))).toBeNull();
    expect(await received()).toEqual([]);
    const requests = (await network.run('sandbox.requests')) as unknown as readonly { outcome: string }[];
    expect(requests.map((request) => request.outcome)).toEqual(['dropped']);
  });

  it('cannot be asked by key, and writes twice, once the network keeps no keys', async () => {
    await network.run('sandbox.setNetwork', { keys: 'none' });
    expect(desk.link.findByKey).toBeUndefined();
    const item = itemFor(asked, 'iki kere');
    await desk.link.send(item, never);
    await desk.link.send(item, never);
    expect(await network.run('sandbox.received')).toMatchObject({ duplicateCount: 1 });
    await network.run('sandbox.setNetwork', { keys: 'refuse' });
    expect(desk.link.findByKey).toBeUndefined();
    await desk.link.send(item, never);
    expect(await received()).toHaveLength(2);
    await network.run('sandbox.setNetwork', { keys: 'lookup' });
    expect(valueOf(await desk.link.findByKey!(item, never))?.text).toBe('iki kere');
  });

  it('shows a sent message only after the lag, wherever it is read back', async () => {
    await network.run('sandbox.setNetwork', { visibilityLagMs: 300 });
    const item = itemFor(asked, 'biraz sonra');
    expect((await desk.link.send(item, never)).kind).toBe('sent');
    const own = async (): Promise<number> => valueOf(await desk.link.listOwn(item.target, never)).length;
    const thread = async (): Promise<number> => valueOf(await desk.link.readThread(item.target, never)).events.length;
    expect([await own(), await thread()]).toEqual([0, 1]);
    network.clock.move(300);
    expect([await own(), await thread()]).toEqual([1, 2]);
  });

  it('refuses what it must, with the reason and without writing it', async () => {
    const outcomeOf = async (item: ReturnType<typeof itemFor>): Promise<string> => {
      const outcome = await desk.link.send(item, never);
      return outcome.kind === 'failed' ? outcome.error.kind : outcome.kind;
    };
    expect(await outcomeOf(itemFor(asked, 'a'.repeat(2001)))).toBe('too_long');
    expect(await outcomeOf(itemFor(asked, '👩‍👩‍👧‍👦'.repeat(2000)))).toBe('sent');
    expect(await outcomeOf(itemFor(asked, ' '))).toBe('invalid');
    const huge = { bytes: new Uint8Array(2_000_001), mime: 'image/png', alt: '' };
    expect(await outcomeOf(itemFor(asked, 'bak', { images: [huge] }))).toBe('media_rejected');
    await network.run('sandbox.setNetwork', { directWindowMs: 1000 });
    network.clock.move(1001);
    expect(await outcomeOf(itemFor(asked, 'geç kaldım'))).toBe('window_closed');
    expect(valueOf(await desk.link.readThread(itemFor(asked, '').target, never)).canReply).toBe(false);
    await network.run('sandbox.setNetwork', { directWindowMs: null });
    await network.run('sandbox.delete', { messageId: asked.message.remoteId });
    expect(await outcomeOf(itemFor(asked, 'kime?'))).toBe('target_gone');
    expect(await received()).toHaveLength(1);
  });

  it('sees that a post is gone before an answer to its comment leaves', async () => {
    const { postId } = await network.run('sandbox.post', { account: 'lale', text: 'Kampanya' });
    await network.run('sandbox.writeAs', {
      account: 'lale',
      kind: 'comment',
      customer: 'ece',
      text: 'bitti mi',
      postId,
    });
    const comment = await desk.find('bitti mi');
    await network.run('sandbox.deletePost', { postId });
    expect(valueOf(await desk.link.readThread(itemFor(comment, '').target, never))).toMatchObject({
      isTargetGone: true,
      canReply: false,
    });
  });

  it('shows what somebody of the brand answered elsewhere as an own message without a key', async () => {
    await network.run('sandbox.answerAsBrand', {
      conversationId: asked.conversation.remoteId,
      text: 'Telefondan yazdım',
    });
    expect((await desk.find('Telefondan')).message).toMatchObject({ isOwn: true, sendKey: null });
    expect(await received()).toEqual([expect.objectContaining({ via: 'native', key: null })]);
  });

  it('keeps pictures with their descriptions and gives their bytes back', async () => {
    const bytes = new Uint8Array([1, 2, 3]);
    await desk.link.send(itemFor(asked, 'bak', { images: [{ bytes, mime: 'image/png', alt: 'mavi fincan' }] }), never);
    const { message } = await desk.find('bak');
    expect(message.attachments).toEqual([
      expect.objectContaining({ mime: 'image/png', alt: 'mavi fincan', sizeBytes: 3 }),
    ]);
    const url = message.attachments[0]?.url ?? '';
    expect([...valueOf(await desk.link.fetchMedia!(url, 10, never)).bytes]).toEqual([1, 2, 3]);
    expect(await desk.link.fetchMedia!(url, 2, never)).toMatchObject({ ok: false, error: { kind: 'media_rejected' } });
  });

  it('says what an account may do with people and messages, and tells it in the stream', async () => {
    const act = (action: 'like' | 'hide' | 'block' | 'unblock' | 'report', event: MessageEvent) =>
      desk.link.act!(
        {
          action,
          conversationRemoteId: event.conversation.remoteId,
          contact: event.conversation.contact,
          message: { remoteId: event.message.remoteId, isOwn: false, data: {} },
          post: null,
          reason: null,
        },
        never,
      );
    await network.run('sandbox.writeAs', { account: 'lale', kind: 'mention', customer: 'troll', text: 'berbat' });
    const rude = await desk.find('berbat');
    expect((await act('hide', rude)).ok).toBe(true);
    expect(await desk.pull('feed')).toContainEqual({
      type: 'flags',
      remoteMessageId: rude.message.remoteId,
      isHidden: true,
      isLiked: false,
    });
    expect(await act('hide', asked)).toMatchObject({ ok: false, error: { kind: 'permission' } });
    expect((await act('block', rude)).ok).toBe(true);
    expect(
      await network.tryRun('sandbox.writeAs', { account: 'lale', customer: 'troll', text: 'yine ben' }),
    ).toMatchObject({
      ok: false,
      error: { kind: 'permission' },
    });
    expect(await desk.link.send(itemFor(rude, 'hoşça kalın'), never)).toMatchObject({
      kind: 'failed',
      error: { kind: 'recipient_unreachable' },
    });
    expect((await act('unblock', rude)).ok).toBe(true);
    expect((await act('report', rude)).ok).toBe(true);
    expect((await network.run('sandbox.state')).counts).toMatchObject({ reports: 1 });
  });

  it('answers under the other account where the credential turns out to be somebody else’s', async () => {
    await network.signIn('other');
    await network.run('sandbox.actAs', { account: 'lale', other: 'other' });
    expect(valueOf(await desk.link.identify(never)).handle).toBe('other');
    await desk.link.send(itemFor(asked, 'yanlış ağız'), never);
    expect(await received()).toEqual([expect.objectContaining({ account: 'other', conversationAccount: 'lale' })]);
    await network.run('sandbox.actAs', { account: 'lale', other: null });
    expect(valueOf(await desk.link.identify(never)).handle).toBe('lale');
  });

  it('shows the outside what is in its file, and keeps it over a restart', async () => {
    await desk.link.send(itemFor(asked, 'kalıcı'), never);
    network.close();
    const again = openNetwork(network.context.networkDir, network.clock);
    expect((await again.run('sandbox.received')).messages).toHaveLength(1);
    const reopened = await again.signIn('lale');
    expect(reopened.accountRemoteId).toBe(desk.accountRemoteId);
    expect((await reopened.pull('direct')).filter(isMessage)).toHaveLength(2);
    again.close();
  });
});
