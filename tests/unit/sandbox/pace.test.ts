import { afterEach, describe, expect, it } from 'vitest';
import { connector } from '../../../electron/core/connectors/sandbox';
import { handClock, isMessage, itemFor, never, openNetwork, startAt, valueOf, type TestNetwork } from './desk';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

const networks: TestNetwork[] = [];
const fresh = (): TestNetwork => {
  const network = openNetwork();
  networks.push(network);
  return network;
};
afterEach(() => {
  for (const network of networks.splice(0)) network.dispose();
});

/** Everything that customers wrote in some hours, as one line each. */
const hoursOf = async (network: TestNetwork, seed: number, hours: number): Promise<readonly string[]> => {
  const desk = await network.signIn('lale');
  await network.run('sandbox.setPace', { messagesPerHour: 20, seed });
  const lines: string[] = [];
  for (let hour = 0; hour < hours; hour += 1) {
    network.clock.move(hourMs);
    const events = [...(await desk.pull('feed')), ...(await desk.pull('direct'))].filter(isMessage);
    lines.push(...events.map(({ message }) => `${message.createdAt} ${message.author.handle} ${message.text}`));
  }
  return lines;
};

describe('customers who write by themselves', () => {
  it('are silent until a pace is set', async () => {
    const network = fresh();
    const desk = await network.signIn('lale');
    network.clock.move(48 * hourMs);
    expect(await desk.pull('feed')).toEqual([]);
  });

  it('write the same at the same times for the same seed, and something else for another', async () => {
    const first = await hoursOf(fresh(), 7, 6);
    expect(await hoursOf(fresh(), 7, 6)).toEqual(first);
    expect(await hoursOf(fresh(), 8, 6)).not.toEqual(first);
  });

  it('keep to the pace, with times that have passed', async () => {
    const lines = await hoursOf(fresh(), 11, 24);
    expect(lines.length).toBeGreaterThan(20 * 24 * 0.7);
    expect(lines.length).toBeLessThan(20 * 24 * 1.3);
    for (const line of lines) expect(Number(line.split(' ')[0])).toBeLessThanOrEqual(startAt + 24 * hourMs);
  });

  it('write at a pull, with no timer in between, and go on after a restart where they were', async () => {
    const whole = await hoursOf(fresh(), 5, 4);
    const broken = fresh();
    const early = await hoursOf(broken, 5, 2);
    broken.close();
    const again = openNetwork(broken.context.networkDir, broken.clock);
    const desk = await again.signIn('lale');
    again.clock.move(2 * hourMs);
    const late = [...(await desk.pull('feed')), ...(await desk.pull('direct'))].filter(isMessage);
    expect(early.length).toBeGreaterThan(0);
    expect(late.map(({ message }) => message.text)).toEqual(
      expect.arrayContaining(whole.slice(early.length).map((line) => line.split(' ').slice(2).join(' '))),
    );
    again.close();
  });

  it('do not flood an app that was closed for weeks, and are not silenced by a clock that was wrong', async () => {
    const network = fresh();
    const desk = await network.signIn('lale');
    await network.run('sandbox.setPace', { messagesPerHour: 20, seed: 2 });
    network.clock.move(21 * 24 * hourMs);
    const events = [...(await desk.pull('feed')), ...(await desk.pull('direct'))].filter(isMessage);
    expect(events.length).toBeGreaterThan(10);
    expect(events.length).toBeLessThan(80);
    network.clock.jump(-20 * 24 * hourMs);
    await desk.pull('feed');
    network.clock.move(hourMs);
    const later = [...(await desk.pull('feed')), ...(await desk.pull('direct'))].filter(isMessage);
    expect(later.filter(({ message }) => message.createdAt <= network.clock.now()).length).toBeGreaterThan(0);
  });

  it('leave an account alone that has blocked them', async () => {
    const network = fresh();
    const desk = await network.signIn('lale');
    await network.run('sandbox.setPace', { messagesPerHour: 60, seed: 2 });
    network.clock.move(hourMs);
    const first = [...(await desk.pull('feed')), ...(await desk.pull('direct'))].filter(isMessage);
    for (const { conversation } of first) {
      const { contact, remoteId } = conversation;
      await desk.link.act!(
        { action: 'block', conversationRemoteId: remoteId, contact, message: null, post: null, reason: null },
        never,
      );
    }
    const blocked = new Set(first.map(({ conversation }) => conversation.contact.handle));
    network.clock.move(2 * hourMs);
    const later = [...(await desk.pull('feed')), ...(await desk.pull('direct'))].filter(isMessage);
    expect(later.filter(({ conversation }) => blocked.has(conversation.contact.handle))).toEqual([]);
  });
});

describe('the sample agency, once it lives', () => {
  it('is planted once, with four weeks of four kinds, and nothing in the future', async () => {
    const network = fresh();
    const brands = valueOf(await connector.sample!.prepare(network.context));
    const state = (await network.run('sandbox.state')) as { counts: { conversations: number }; sampleAt: number };
    expect(valueOf(await connector.sample!.prepare(network.context))).toEqual(brands);
    expect((await network.run('sandbox.state')).counts).toEqual(state.counts);
    expect(state.counts.conversations).toBeGreaterThanOrEqual(330);
    expect(state.sampleAt).toBe(startAt);
    const kinds = new Set<string>();
    for (const { accounts } of brands) {
      for (const { flow, fields } of accounts) {
        const desk = await network.signIn(fields.handle ?? '', flow);
        for (const stream of ['feed', 'direct']) {
          for (const event of (await desk.pull(stream)).filter(isMessage)) {
            kinds.add(event.conversation.kind);
            expect(event.message.createdAt).toBeLessThan(startAt);
            expect(event.message.createdAt).toBeGreaterThan(startAt - 30 * 24 * hourMs);
          }
        }
      }
    }
    expect([...kinds].toSorted()).toEqual(['comment', 'direct', 'mention', 'review']);
  });

  it('hears from a customer within twenty seconds of the first start, and about twelve times an hour after', async () => {
    const network = fresh();
    const brands = valueOf(await connector.sample!.prepare(network.context));
    const before = (await network.run('sandbox.state')).counts as { messages: number };
    network.clock.move(20_000);
    expect(await network.run('sandbox.advance')).toEqual({ hasWritten: true });
    expect(((await network.run('sandbox.state')).counts as { messages: number }).messages).toBe(before.messages + 1);
    for (let hour = 0; hour < 10; hour += 1) {
      network.clock.move(hourMs);
      await network.run('sandbox.advance');
    }
    const written = ((await network.run('sandbox.state')).written as number) / 10;
    expect(written).toBeGreaterThan(8);
    expect(written).toBeLessThan(17);
    expect(brands).toHaveLength(6);
  });

  it('lets customers react to an answer after some minutes, each twice at most', async () => {
    const network = fresh();
    valueOf(await connector.sample!.prepare(network.context));
    await network.run('sandbox.setPace', { messagesPerHour: 0.001, seed: 9, reactionShare: 1 });
    const desk = await network.signIn('lalefincan');
    const asked = await desk.find('kargom hâlâ gelmedi');
    const thread = async (): Promise<readonly string[]> => {
      const state = valueOf(await desk.link.readThread(itemFor(asked, '').target, never));
      return state.events
        .filter(isMessage)
        .filter(({ message }) => !message.isOwn)
        .map(({ message }) => message.text);
    };
    const first = (await thread()).length;
    for (let time = 0; time < 4; time += 1) {
      await desk.link.send(itemFor(asked, `Hemen bakıyoruz ${time}`), never);
      expect(await thread()).toHaveLength(first + Math.min(time, 2));
      network.clock.move(10 * minuteMs);
      expect(await thread()).toHaveLength(first + Math.min(time + 1, 2));
    }
  });

  it('plants the same at any hour, as the clock stands there', async () => {
    const network = openNetwork(undefined, handClock(Date.UTC(2026, 0, 1, 0, 5)));
    networks.push(network);
    valueOf(await connector.sample!.prepare(network.context));
    const desk = await network.signIn('maviardic');
    const events = (await desk.pull('feed')).filter(isMessage);
    expect(Math.max(...events.map(({ message }) => message.createdAt))).toBeLessThan(network.clock.now());
  });
});
