import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customerWrites, receivedBy } from '../../support/right-brand/network';
import type { ChoraleWindow } from '../pages/chorale-window';
import { keepPictures } from '../pages/failure-pictures';
import { openChorale, type Chorale } from '../pages/launch';

const brand = { name: 'Wrenfield Cycles', handle: 'wrenfieldcycles' };
let chorale: Chorale;
let window: ChoraleWindow;
let startedAt: number;

beforeAll(async () => {
  startedAt = Date.now();
  chorale = await openChorale();
  ({ window } = chorale);
});
afterAll(() => chorale.close());
keepPictures(() => chorale);

/** A customer writes to the brand, and the conversation is opened. */
async function hear(customer: string, text: string): Promise<void> {
  await customerWrites(chorale.driver, {
    account: brand.handle,
    customer: customer.toLowerCase().replaceAll(' ', ''),
    customerName: customer,
    text,
  });
  await window.desk.open(customer);
  await window.thread.entry(text).waitFor();
}

/** How often the network has a text, from whom and to whom; asked in another process. */
const sentAs = async (text: string): Promise<readonly string[]> =>
  (await receivedBy(chorale.driver, startedAt))
    .filter((message) => message.text === text)
    .map(({ account, customer, timesApplied }) => `@${account} to @${customer}, ${timesApplied} time`);

const stateOf = async (text: string): Promise<string | undefined> =>
  (
    await chorale.driver.call('outbox.list', {
      states: ['queued', 'sending', 'sent', 'held', 'failed', 'unknown', 'cancelled'],
    })
  ).items.find((item) => item.text === text)?.state;

describe('the first start', () => {
  it('offers two doors', async () => {
    await window.button('welcome.sampleButton').waitFor();
    await window.button('welcome.connectButton').waitFor();
    expect(await window.page.title()).toContain('Chorale');
  });

  it('fills the desk with six brands through the door of the sample agency', async () => {
    await window.openSample();
    await chorale.driver.steer('sandbox.setPace', { messagesPerHour: 0 });
    await expect.poll(() => window.desk.rows.count(), { timeout: 60_000 }).toBeGreaterThan(5);
    expect(await chorale.driver.call('workspaces.list')).toHaveLength(6);
    expect((await chorale.driver.call('agency.get')).keychain).toBe('ready');
  });
});

describe('answering', () => {
  it('shows who speaks, to whom and on which network, and sends the reply once', async () => {
    await hear('Ada Thornbury', 'Is the Longmoor frame still made in size 56?');
    await window.composer.field('Ada Thornbury', brand.handle).waitFor();
    const reply = 'Hello Ada, yes, and one is on the stand.';
    await window.composer.write(reply);
    await window.composer.send();
    await window.thread.entry(reply).waitFor();
    await expect.poll(() => sentAs(reply), { timeout: 60_000 }).toEqual([`@${brand.handle} to @adathornbury, 1 time`]);
    await window.thread.action(reply, 'thread.out.recall').waitFor({ state: 'hidden' });
    expect(await window.thread.entry(reply).count()).toBe(1);
  });

  it('takes a reply back within its ten seconds: the text returns, and nothing leaves', async () => {
    await hear('Tom Ashby', 'Do you repair hub gears?');
    const slip = 'Hello Tim, we do.';
    await window.composer.write(slip);
    await window.composer.send();
    await window.button('common.undo').or(window.thread.action(slip, 'thread.out.recall')).first().waitFor();
    expect(await sentAs(slip)).toEqual([]);
    await window.thread.action(slip, 'thread.out.recall').click();
    await expect.poll(() => window.composer.field('Tom Ashby').innerText(), { timeout: 20_000 }).toBe(slip);
    await expect.poll(() => stateOf(slip), { timeout: 20_000 }).toBe('cancelled');
    await window.composer.clear();
    const reply = 'Hello Tom, we do.';
    await window.type(reply);
    await window.composer.send();
    await window.thread.entry(reply).waitFor();
    await expect.poll(() => sentAs(reply), { timeout: 60_000 }).toHaveLength(1);
    expect(await sentAs(slip)).toEqual([]);
  });

  it('queues in flight mode, says so, and sends once on the way back', async () => {
    await hear('Mary Holt', 'Are you open on Monday?');
    await window.statusBar.setFlightMode(true);
    const reply = 'Hello Mary, Mondays from ten.';
    await window.composer.write(reply);
    await window
      .button('composer.queue')
      .waitFor()
      .catch(() => undefined);
    await window.composer.send();
    await window.thread.entry(reply).waitFor();
    await window.statusBar.bar.getByText(window.say('statusBar.queued_one', { count: 1 })).waitFor();
    // Past the time in which it could be taken back it still waits.
    await expect
      .poll(
        async () => {
          const [item] = (await chorale.driver.call('outbox.list', { states: ['queued'] })).items;
          return item !== undefined && item.leavesAt < Date.now();
        },
        { timeout: 30_000 },
      )
      .toBe(true);
    expect(await sentAs(reply)).toEqual([]);
    await window.statusBar.setFlightMode(false);
    await expect.poll(() => sentAs(reply), { timeout: 90_000 }).toEqual([`@${brand.handle} to @maryholt, 1 time`]);
    await window.statusBar.bar.getByText(window.say('statusBar.outboxEmpty')).waitFor();
  });
});

describe('another brand in a reply', () => {
  it('is marked while it is written, held when it is sent, and leaves only when a person says so', async () => {
    await hear('Ben Okafor', 'Where do you get your bread at the café?');
    const reply = 'Hello Ben, from Nordkrume around the corner.';
    await window.composer.write(reply);
    await window.composer.notes.filter({ hasText: 'Nordkrume' }).waitFor();
    await window.composer.send();
    await expect.poll(() => stateOf(reply), { timeout: 60_000 }).toBe('held');
    await window.thread.entry(reply).getByText(window.say('holdReasons.other_brand_text')).waitFor();
    expect(await sentAs(reply)).toEqual([]);

    await window.outbox.open();
    await window.outbox.card(reply).locator('mark').filter({ hasText: 'Nordkrume' }).waitFor();
    await window.outbox.act(reply, 'outbox.release');
    await window.outbox.confirm('outbox.releaseTitle', 'outbox.release');
    await expect.poll(() => sentAs(reply), { timeout: 60_000 }).toEqual([`@${brand.handle} to @benokafor, 1 time`]);
    await window.outbox.close();
  });

  it('goes back to the draft when the held reply is discarded, and nothing leaves', async () => {
    await hear('Sue Lang', 'And the coffee?');
    const reply = 'Hello Sue, from Lale Fincan.';
    await window.composer.write(reply);
    await window.composer.send();
    await expect.poll(() => stateOf(reply), { timeout: 60_000 }).toBe('held');
    await window.outbox.open();
    await window.outbox.act(reply, 'outbox.discard');
    await window.outbox.confirm('outbox.discardTitle', 'outbox.discard');
    await window.outbox.card(reply).waitFor({ state: 'hidden' });
    await window.outbox.close();
    await expect.poll(() => window.composer.field('Sue Lang').innerText(), { timeout: 20_000 }).toBe(reply);
    expect(await stateOf(reply)).toBe('cancelled');
    expect(await sentAs(reply)).toEqual([]);
  });
});
