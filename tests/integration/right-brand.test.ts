import { createRegistry } from '../../electron/core/connectors/core/registry';
import { systemClock } from '../../electron/core/ports/clock';
import { silentLogger } from '../../electron/core/ports/logger';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestCore, type TestCore } from '../support/core/test-core';
import { receivedBy } from '../support/right-brand/network';
import { makeWorld, seeded, wrongOnes, type World } from '../support/right-brand/world';
import { createWindow, drain, openItems, type WindowState } from '../support/right-brand/walk';

/** Steps that two windows take together; the named command `npm run proof:right-brand` asks for 10,000. */
const wantedSteps = Number(process.env['CHORALE_STEPS'] ?? 2000);
const seed = Number(process.env['CHORALE_SEED'] ?? 20_261_125);

let core: TestCore;
let world: World;

beforeEach(() => {
  core = startTestCore({ checksOutput: false });
});
afterEach(() => core.stop());

describe('two windows that open, switch, type and send at random over 30 workspaces', () => {
  it(`send nothing through an account that it was not bound to, in ${wantedSteps} steps`, async () => {
    world = await makeWorld(core, 30, 3);
    const random = seeded(seed);
    const windows = [createWindow(core, world, random), createWindow(core, world, random)];
    core.core.startWork();
    const tally: Record<string, number> = {};
    for (let step = 0; step < wantedSteps; step += 1) {
      const turn = windows[step % windows.length] as WindowState;
      // Every few steps both act at once.
      const done = step % 7 === 0 ? await Promise.all(windows.map((each) => each.act())) : [await turn.act()];
      for (const name of done) tally[name] = (tally[name] ?? 0) + 1;
    }
    await drain(core);
    const received = await receivedBy(core);
    process.stdout.write(
      `steps ${wantedSteps}, seed ${seed}, ${JSON.stringify(tally)}, arrived ${received.length}, wrong 0 expected\n`,
    );
    expect(wrongOnes(world, received)).toEqual([]);
    expect(await openItems(core)).toEqual([]);
    const sent = windows.flatMap((each) => each.sent());
    const texts = received.map((message) => message.text).sort();
    const wanted = (
      await Promise.all(sent.map(({ workspaceId, itemId }) => core.call('outbox.get', { workspaceId, itemId })))
    )
      .filter((item) => item.state === 'sent')
      .map((item) => item.text)
      .sort();
    expect(texts).toEqual(wanted);
    expect(received.length).toBeGreaterThan(wantedSteps / 20);
    expect(tally['refused'] ?? 0).toBeGreaterThan(0);
  }, 3_600_000);
});

describe('the proof is worth something', () => {
  beforeEach(async () => {
    world = await makeWorld(core, 2, 1);
  }, 60_000);

  it('sees a reply that left through another account', async () => {
    // A sender without the guards, on a network that takes one account for another.
    const [mine, other] = [world.places[0], world.places.find((each) => each.handle !== world.places[0]?.handle)];
    if (!mine || !other) throw new Error('no places');
    await core.steer('sandbox.actAs', { account: mine.handle, other: other.handle });
    const connector = await createRegistry().load('sandbox');
    if (!connector) throw new Error('no network');
    const networkDir = join(core.profileDir, 'networks', 'sandbox');
    const context = { fetch, clock: systemClock, logger: silentLogger, random: Math.random, networkDir };
    const signal = new AbortController().signal;
    const step = await connector.signIn('local', { handle: mine.handle }, context, signal);
    if (!step.ok || step.value.kind !== 'done') throw new Error('no sign-in');
    const { identity, serviceUrl, capabilities } = step.value.account;
    const link = connector.connect(
      { accountId: 'a', workspaceId: 'w', remoteId: identity.remoteId, handle: mine.handle, serviceUrl, capabilities },
      { get: () => Promise.reject(new Error('none')), set: () => Promise.reject(new Error('none')) },
      context,
    );
    await link.send(
      {
        key: 'naive',
        text: `Hello ${mine.mark}`,
        images: [],
        createdAt: Date.now(),
        target: {
          conversationRemoteId: mine.remoteConversation,
          kind: 'direct',
          visibility: 'direct',
          contact: { remoteId: mine.customer, handle: mine.customer, displayName: '', url: null },
          message: null,
        },
      },
      signal,
    );
    link.close();
    const received = await receivedBy(core);
    expect(received).toHaveLength(1);
    expect(wrongOnes(world, received)).toEqual([
      expect.stringContaining('left through another account'),
      expect.stringContaining(`was typed for @${mine.handle}`),
    ]);
  });

  it('holds a reply whose token belongs to another account: nothing leaves', async () => {
    const [mine, other] = [world.places[0], world.places.find((each) => each.handle !== world.places[0]?.handle)];
    if (!mine || !other) throw new Error('no places');
    await core.steer('sandbox.actAs', { account: mine.handle, other: other.handle });
    const { workspaceId, conversationId, accountId } = mine;
    const text = `Hello ${mine.mark}`;
    const draft = await core.call('drafts.save', { workspaceId, conversationId, text });
    const item = await core.call('outbox.send', { workspaceId, conversationId, accountId, draftId: draft.id, text });
    await core.call('sync.now', { workspaceId });
    const held = await core.call('outbox.get', { workspaceId, itemId: item.id });
    expect([held.state, held.holdReason]).toEqual(['held', 'identity_mismatch']);
    // Not even by hand.
    const refused = await core.refused('outbox.release', { workspaceId, itemId: item.id, reason: 'identity_mismatch' });
    expect(refused.code).toBe('permission_denied');
    await core.call('sync.now', { workspaceId });
    expect(await receivedBy(core)).toEqual([]);
  });
});
