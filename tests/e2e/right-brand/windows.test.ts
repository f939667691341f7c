import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { receivedBy, type ReceivedMessage } from '../../support/right-brand/network';
import { makeWorld, pick, seeded, wrongOnes, type Place, type World } from '../../support/right-brand/world';
import type { ChoraleWindow } from '../pages/chorale-window';
import { keepPictures } from '../pages/failure-pictures';
import { openChorale, type Chorale } from '../pages/launch';

const wantedRuns = 300;
const seed = 20_261_125;

let chorale: Chorale;
let world: World;
let windows: readonly [ChoraleWindow, ChoraleWindow];

beforeAll(async () => {
  chorale = await openChorale();
  world = await makeWorld(chorale.driver, 30, 3);
  const first = chorale.window;
  await first.desk.isFilled();
  const [{ id: workspaceId } = { id: '' }] = await chorale.driver.call('workspaces.list');
  const second = await chorale.newWindow(() =>
    first.page.evaluate((id) => window.shell.openWindow({ workspaceId: id, conversationId: null }), workspaceId),
  );
  windows = [first, second];
  // One above the other, so that neither covers the other: what cannot be seen is not drawn.
  await chorale.app.evaluate(({ BrowserWindow }) => {
    for (const [index, each] of BrowserWindow.getAllWindows().entries()) {
      each.setBounds({ x: 0, y: index * 550, width: 1400, height: 545 });
    }
  });
}, 600_000);
afterAll(() => chorale.close());
keepPictures(() => chorale);

/** Texts whose sending was seen on screen; each must arrive once. */
const seen: string[] = [];
let count = 0;

const open = async (window: ChoraleWindow, place: Place): Promise<void> => {
  await window.desk.turnTo(place.workspaceName);
  await window.desk.row(place.customer).click();
  await window.composer.field(place.customer, place.handle).waitFor();
  await window.composer.isRead();
};
const type = async (window: ChoraleWindow, place: Place): Promise<string> => {
  count += 1;
  const text = `${place.mark} n${count}.`;
  await window.composer.field(place.customer, place.handle).focus();
  await window.press('Control+End');
  await window.type(` ${text}`);
  return text;
};
/** Sends, and waits until the screen says so. */
const send = async (window: ChoraleWindow, place: Place, text: string): Promise<void> => {
  await window.composer.send();
  await window.thread.entry(text).waitFor();
  await expect.poll(() => window.composer.field(place.customer, place.handle).innerText(), slow).not.toContain(text);
  seen.push(text);
};
const slow = { timeout: 60_000 };

type Run = (random: () => number) => Promise<void>;

const runs: Readonly<Record<string, Run>> = {
  'opens, types and sends': async (random) => {
    const [window, place] = [pick(random, windows), pick(random, world.places)];
    await open(window, place);
    await send(window, place, await type(window, place));
  },
  'switches in the middle of a word, answers elsewhere, comes back and sends': async (random) => {
    const window = pick(random, windows);
    const [mine, other] = [pick(random, world.places), pick(random, world.places)];
    await open(window, mine);
    const text = await type(window, mine);
    if (other === mine) return send(window, mine, text);
    await open(window, other);
    await send(window, other, await type(window, other));
    await open(window, mine);
    await expect.poll(() => window.composer.field(mine.customer, mine.handle).innerText(), slow).toContain(text);
    await send(window, mine, text);
  },
  'presses Send and is elsewhere before it was done': async (random) => {
    const window = pick(random, windows);
    const [mine, other] = [pick(random, world.places), pick(random, world.places)];
    await open(window, mine);
    await type(window, mine);
    await window.composer.send();
    await open(window, other);
    await type(window, other);
    await window.composer.send();
  },
  'sends from both windows at once': async (random) => {
    const [one, two] = [pick(random, world.places), pick(random, world.places)];
    const [first, second] = windows;
    await Promise.all([open(first, one), open(second, two)]);
    await Promise.all([type(first, one), type(second, two)]);
    await Promise.all([first.composer.send(), second.composer.send()]);
  },
  'leaves a draft and goes': async (random) => {
    const window = pick(random, windows);
    const [mine, other] = [pick(random, world.places), pick(random, world.places)];
    await open(window, mine);
    await type(window, mine);
    await open(window, other);
  },
};

/** Waits until nothing is on its way; what waits for a person is let go. */
async function drain(): Promise<void> {
  const { driver } = chorale;
  await expect
    .poll(
      async () => {
        const { items } = await driver.call('outbox.list', {
          states: ['queued', 'sending', 'held', 'unknown', 'failed'],
        });
        for (const { workspaceId, id, holdReason } of items) {
          if (holdReason !== null) await driver.ask('outbox.release', { workspaceId, itemId: id, reason: holdReason });
        }
        return items.length;
      },
      { timeout: 120_000 },
    )
    .toBe(0);
}

const holding = (received: readonly ReceivedMessage[], text: string): number =>
  received.filter((message) => message.text.includes(text)).length;

describe('two real windows over 30 workspaces', () => {
  it(`send nothing through an account that it was not bound to, in ${wantedRuns} random runs`, async () => {
    const random = seeded(seed);
    const names = Object.keys(runs);
    const tally = new Map<string, number>();
    for (let run = 0; run < wantedRuns; run += 1) {
      const name = pick(random, names);
      tally.set(name, (tally.get(name) ?? 0) + 1);
      await runs[name]?.(random);
    }
    await drain();
    const received = await receivedBy(chorale.driver);
    process.stdout.write(`runs ${wantedRuns}, seed ${seed}, typed ${count}, arrived ${received.length}\n`);
    expect(wrongOnes(world, received)).toEqual([]);
    expect(seen.filter((text) => holding(received, text) !== 1)).toEqual([]);
    expect(received.length).toBeGreaterThanOrEqual(wantedRuns * 0.8);
    expect(tally.size).toBe(names.length);
  }, 3_600_000);

  it('hold a reply whose token belongs to another brand’s account, and send nothing', async () => {
    const [mine] = world.places;
    const other = world.places.find((place) => place.handle !== mine?.handle);
    if (!mine || !other) throw new Error('no places');
    await chorale.driver.steer('sandbox.actAs', { account: mine.handle, other: other.handle });
    const [window] = windows;
    await open(window, mine);
    const text = await type(window, mine);
    await window.composer.send();
    await window.thread.entry(text).getByText(window.say('holdReasons.identity_mismatch')).waitFor();
    expect(await window.thread.action(text, 'thread.out.release').count()).toBe(0);
    expect(holding(await receivedBy(chorale.driver), text)).toBe(0);
  });
});
