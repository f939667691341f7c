import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aBrand, type SandboxBrand } from '../support/core/sandbox-brands';
import { startTestCore, type TestCore } from '../support/core/test-core';
import { until } from '../support/until';

let core: TestCore;
let brand: SandboxBrand;
beforeEach(async () => {
  core = startTestCore();
  brand = await aBrand(core, 'Lale Fincan Atölyesi', 'lalefincan');
});
afterEach(() => core.stop());

const sent = (itemId: string): Promise<unknown> =>
  until('the reply to be sent', async () => {
    await core.call('sync.now');
    return (await brand.item(itemId)).state === 'sent';
  });

describe('a reply leaves once, from the right account', () => {
  it('arrives in the right conversation with the text as written', async () => {
    const conversation = await brand.hears('Kargom nerede?');
    const item = await brand.replies(conversation, 'Merhaba Ada, bugün yola çıktı.');
    await sent(item.id);
    const received = await brand.received();
    expect(received.map((message) => [message.account, message.text, message.timesApplied])).toEqual([
      ['lalefincan', 'Merhaba Ada, bugün yola çıktı.', 1],
    ]);
  });

  it('shows the answer in the thread once, also after the network reported it back', async () => {
    const conversation = await brand.hears('Kargom nerede?');
    const item = await brand.replies(conversation, 'Yolda.');
    await sent(item.id);
    await core.call('sync.now');
    await core.call('sync.now');
    const thread = await core.call('messages.list', {
      workspaceId: brand.workspaceId,
      conversationId: conversation.id,
    });
    expect(thread.items.map((entry) => entry.text)).toEqual(['Kargom nerede?', 'Yolda.']);
  });

  it('delivers the same text twice where it was sent twice on purpose', async () => {
    const conversation = await brand.hears('Teşekkürler!');
    await sent((await brand.replies(conversation, 'Rica ederiz.')).id);
    await sent((await brand.replies(conversation, 'Rica ederiz.')).id);
    expect((await brand.received()).map((message) => message.text)).toEqual(['Rica ederiz.', 'Rica ederiz.']);
  });

  it('keeps the order of two replies in one conversation', async () => {
    const conversation = await brand.hears('İki sorum var');
    await core.call('sync.setOffline', { isOffline: true });
    const first = await brand.replies(conversation, 'Birinci yanıt');
    const second = await brand.replies(conversation, 'İkinci yanıt');
    await core.call('sync.setOffline', { isOffline: false });
    await sent(first.id);
    await sent(second.id);
    expect((await brand.received()).map((message) => message.text)).toEqual(['Birinci yanıt', 'İkinci yanıt']);
  });

  it('sends a draft once when Send is pressed twice', async () => {
    const conversation = await brand.hears('Merhaba');
    const { workspaceId, accountId } = brand;
    const draft = await core.call('drafts.save', { workspaceId, conversationId: conversation.id, text: 'Selam' });
    const input = { workspaceId, conversationId: conversation.id, accountId, draftId: draft.id, text: 'Selam' };
    const item = await core.call('outbox.send', input);
    expect((await core.refused('outbox.send', input)).code).toBe('conflict');
    await sent(item.id);
    expect(await brand.received()).toHaveLength(1);
  });

  it('refuses to send a text that differs from the saved draft', async () => {
    const conversation = await brand.hears('Merhaba');
    const { workspaceId, accountId } = brand;
    const draft = await core.call('drafts.save', { workspaceId, conversationId: conversation.id, text: 'Selam' });
    const error = await core.refused('outbox.send', {
      workspaceId,
      conversationId: conversation.id,
      accountId,
      draftId: draft.id,
      text: 'Başka',
    });
    expect(error.reason).toBe('text_differs');
  });

  it('refuses a draft with another account or conversation than it was made for', async () => {
    const mine = await brand.hears('Merhaba');
    const other = await brand.hears('Selam', { customer: 'tom' });
    const { workspaceId, accountId } = brand;
    const draft = await core.call('drafts.save', { workspaceId, conversationId: mine.id, text: 'Yanıt' });
    const error = await core.refused('outbox.send', {
      workspaceId,
      conversationId: other.id,
      accountId,
      draftId: draft.id,
      text: 'Yanıt',
    });
    expect(error.reason).toBe('wrong_binding');
  });
});

describe('a reply waits where it must', () => {
  it('stays queued in flight mode and leaves after it', async () => {
    const conversation = await brand.hears('Açık mısınız?');
    await core.call('sync.setOffline', { isOffline: true });
    const item = await brand.replies(conversation, 'Evet, 18.00’e kadar.');
    await core.call('sync.now');
    expect((await brand.item(item.id)).state).toBe('queued');
    expect(await brand.received()).toEqual([]);
    await core.call('sync.setOffline', { isOffline: false });
    await sent(item.id);
  });

  it('comes back as the draft when it is recalled in time', async () => {
    await core.call('workspaces.update', { workspaceId: brand.workspaceId, recallMs: 60_000 });
    const conversation = await brand.hears('Soru');
    const item = await brand.replies(conversation, 'Yanlış yanıt');
    await core.call('sync.now');
    expect((await core.call('outbox.recall', { workspaceId: brand.workspaceId, itemId: item.id })).state).toBe(
      'cancelled',
    );
    const draft = await core.call('drafts.get', { workspaceId: brand.workspaceId, conversationId: conversation.id });
    expect(draft?.text).toBe('Yanlış yanıt');
    await core.call('sync.now');
    expect(await brand.received()).toEqual([]);
  });

  it('is held where the customer wrote again, and goes after a person has looked', async () => {
    const conversation = await brand
      .hears('Kargom nerede?', { conversationId: 'thread-1' })
      .catch(() => brand.hears('Kargom nerede?'));
    await core.call('sync.setOffline', { isOffline: true });
    const item = await brand.replies(conversation, 'Yolda.');
    await core.steer('sandbox.writeAs', {
      account: brand.handle,
      kind: 'direct',
      text: 'Geldi, teşekkürler!',
      customer: 'ada',
    });
    await core.call('sync.setOffline', { isOffline: false });
    await core.call('sync.now');
    const held = await until('the reply to be held', async () => {
      await core.call('sync.now');
      const now = await brand.item(item.id);
      return now.state === 'held' ? now : null;
    });
    expect(held.holdReason).toBe('new_messages');
    expect(held.holdDetails?.foundText).toBe('Geldi, teşekkürler!');
    await core.call('outbox.release', { workspaceId: brand.workspaceId, itemId: item.id, reason: 'new_messages' });
    await sent(item.id);
  });

  it('is held where somebody answered with the network’s own app', async () => {
    const conversation = await brand.hears('Kargom nerede?');
    await core.call('sync.setOffline', { isOffline: true });
    const item = await brand.replies(conversation, 'Yolda.');
    await core.steer('sandbox.answerAsBrand', {
      conversationId: await brand.remoteConversation(),
      text: 'Yarın gelecek.',
    });
    await core.call('sync.setOffline', { isOffline: false });
    await core.call('sync.now');
    const held = await brand.item(item.id);
    expect([held.holdReason, held.holdDetails?.foundText]).toEqual(['already_answered', 'Yarın gelecek.']);
    expect(await brand.received()).toEqual([]);
  });

  it('is held where it names another client, with the word marked, and says which', async () => {
    await aBrand(core, 'Nordkrume');
    const conversation = await brand.hears('Merhaba');
    const item = await brand.replies(conversation, 'Nordkrume’de de var.');
    await core.call('sync.now');
    const held = await brand.item(item.id);
    expect(held.holdReason).toBe('other_brand_text');
    expect(held.holdDetails?.marks?.[0]).toMatchObject({ text: 'Nordkrume', otherWorkspaceName: 'Nordkrume' });
    expect(await brand.received()).toEqual([]);
  });

  it('is held where the network says the token is somebody else, and cannot be released by hand', async () => {
    const other = await aBrand(core, 'Pekkola');
    const conversation = await brand.hears('Merhaba');
    await core.steer('sandbox.actAs', { account: brand.handle, other: other.handle });
    const item = await brand.replies(conversation, 'Selam');
    await core.call('sync.now');
    const held = await brand.item(item.id);
    expect([held.state, held.holdReason]).toEqual(['held', 'identity_mismatch']);
    const error = await core.refused('outbox.release', {
      workspaceId: brand.workspaceId,
      itemId: item.id,
      reason: 'identity_mismatch',
    });
    expect(error.code).toBe('permission_denied');
    expect([...(await brand.received()), ...(await other.received())]).toEqual([]);
  });

  it('is held while the account is disconnected, and leaves after it is back', async () => {
    const conversation = await brand.hears('Merhaba');
    await core.call('sync.setOffline', { isOffline: true });
    const item = await brand.replies(conversation, 'Selam');
    await core.call('channels.disconnect', { workspaceId: brand.workspaceId, accountId: brand.accountId });
    await core.call('sync.setOffline', { isOffline: false });
    await core.call('sync.now');
    expect((await brand.item(item.id)).holdReason).toBe('account_disconnected');
    await core.call('channels.beginSignIn', {
      workspaceId: brand.workspaceId,
      network: 'sandbox',
      flow: 'local',
      fields: { handle: brand.handle },
      accountId: brand.accountId,
    });
    await core.call('outbox.retry', { workspaceId: brand.workspaceId, itemId: item.id });
    await sent(item.id);
  });
});
