import type { Locator } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customerWrites, receivedBy } from '../../support/right-brand/network';
import type { ChoraleWindow } from '../pages/chorale-window';
import { keepPictures } from '../pages/failure-pictures';
import { openChorale, type Chorale } from '../pages/launch';

// Nothing in this file may use the mouse; the last case looks whether anything did.
const brand = { name: 'Wrenfield Cycles', handle: 'wrenfieldcycles' };
let chorale: Chorale;
let window: ChoraleWindow;

beforeAll(async () => {
  chorale = await openChorale();
  ({ window } = chorale);
  await window.page.evaluate(() => {
    for (const type of ['pointerdown', 'mousedown', 'touchstart']) {
      document.addEventListener(type, () => document.documentElement.setAttribute('data-pointer-used', ''), true);
    }
  });
});
afterAll(() => chorale.close());
keepPictures(() => chorale);

const focused = (locator: Locator): Promise<boolean> =>
  locator.evaluate((element) => element === document.activeElement || element.contains(document.activeElement));

/** Presses Tab until the focus is there. */
async function tabTo(target: Locator, most = 80): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < most; presses += 1) {
    if (await focused(target)) return;
    await window.press('Tab');
  }
  throw new Error(`${most} presses of Tab did not reach ${String(target)}`);
}

/** A customer writes, and the person finds them by name with the keyboard. */
async function hear(customer: string, text: string): Promise<void> {
  await customerWrites(chorale.driver, {
    account: brand.handle,
    customer: customer.toLowerCase().replaceAll(' ', ''),
    customerName: customer,
    text,
  });
  await chorale.driver.call('sync.now');
  await window.leave();
  await window.press('/');
  await window.desk.searchField.and(window.page.locator(':focus')).waitFor();
  await window.type(text);
  await window.desk.hits.filter({ hasText: customer }).first().waitFor();
  await window.press('Enter');
  await window.composer.field(customer, brand.handle).waitFor();
  await window.press('Escape');
}

const arrived = async (text: string): Promise<readonly string[]> =>
  (await receivedBy(chorale.driver))
    .filter((message) => message.text === text)
    .map(({ account, customer, timesApplied }) => `@${account} to @${customer}, ${timesApplied} time`);
const within = { timeout: 90_000 };

describe('the main job, by keyboard alone', () => {
  it('opens the sample agency', async () => {
    await tabTo(window.button('welcome.sampleButton'));
    await window.press('Enter');
    await window.desk.isFilled();
    await chorale.driver.steer('sandbox.setPace', { messagesPerHour: 0 });
  });

  it('walks the list with J and K and opens with Enter', async () => {
    await window.press('j');
    await window.press('j');
    await window.press('k');
    await window.press('Enter');
    await window.thread.feed.waitFor();
    await window.composer.field().waitFor();
  });

  it('moves in the list by Home and arrows, and not by keys of a text such as Ctrl+End', async () => {
    await window.desk.list.focus();
    await window.press('Home');
    await window.press('Control+End');
    await window.press('ArrowDown');
    const second = (await window.desk.rows.nth(1).getAttribute('id')) ?? '';
    await expect.poll(() => window.desk.list.getAttribute('aria-activedescendant'), within).toBe(second);
  });

  it('answers with R and Ctrl+Enter, and takes it back with Ctrl+Z', async () => {
    await hear('Ada Thornbury', 'Is the Longmoor frame made in size 56?');
    const slip = 'Hello Ida, it is.';
    await window.composer.write(slip);
    await window.composer.send();
    await window.thread.entry(slip).waitFor();
    await window.press('Escape');
    await window.press('Control+z');
    await expect.poll(() => window.composer.field('Ada Thornbury').innerText(), within).toBe(slip);
    await window.press('r');
    await window.composer.isFocused();
    await window.press('Control+a');
    const reply = 'Hello Ada, it is.';
    await window.type(reply);
    await window.composer.send();
    await expect.poll(() => arrived(reply), within).toEqual([`@${brand.handle} to @adathornbury, 1 time`]);
    expect(await arrived(slip)).toEqual([]);
  });

  it('answers in flight mode what had arrived, and it leaves on the way back', async () => {
    await hear('Mary Holt', 'Are you open on Monday?');
    await window.command('app.commands.flightModeOn');
    await window.statusBar.hasFlightMode(true);
    const reply = 'Hello Mary, from ten.';
    await window.composer.write(reply);
    await window.composer.send();
    await window.outbox.open();
    await window.outbox.card(reply).waitFor();
    await window.press('Escape');
    expect(await arrived(reply)).toEqual([]);
    await window.command('app.commands.flightModeOff');
    await expect.poll(() => arrived(reply), within).toEqual([`@${brand.handle} to @maryholt, 1 time`]);
  });

  it('releases a reply that was held for another brand’s name', async () => {
    await hear('Ben Okafor', 'Where is your bread from?');
    const reply = 'Hello Ben, from Nordkrume.';
    await window.composer.write(reply);
    await window.composer.send();
    await window.thread.entry(reply).getByText(window.say('holdReasons.other_brand_text')).waitFor();
    await window.press('Escape');
    await window.outbox.open();
    await tabTo(window.outbox.card(reply).getByRole('button', { name: window.say('outbox.release'), exact: true }));
    await window.press('Enter');
    const sure = window.page.getByRole('dialog', { name: window.say('outbox.releaseTitle') });
    await tabTo(sure.getByRole('button', { name: window.say('outbox.release'), exact: true }));
    await window.press('Enter');
    await expect.poll(() => arrived(reply), within).toHaveLength(1);
  });

  it('resolves, snoozes, assigns, labels and notes', async () => {
    const row = async () => {
      const { items } = await chorale.driver.call('conversations.list', {
        filter: { statuses: ['open', 'snoozed', 'resolved'] },
        limit: 200,
      });
      return items.find((each) => each.contactName === 'Sue Lang');
    };
    await hear('Sue Lang', 'Can I leave my bike over the weekend?');
    await window.press('a');
    await window.chooser.take('triage.assignTitle_one', window.say('triage.nobody'));
    await window.press('l');
    await window.chooser.take('triage.labelTitle_one', 'weekend');
    await expect.poll(async () => (await row())?.labels.map(({ name }) => name), within).toEqual(['weekend']);
    await window.press('n');
    await window.page
      .getByRole('textbox', { name: window.say('composer.noteLabel') })
      .and(window.page.locator(':focus'))
      .waitFor();
    await window.type('The yard is free.');
    await window.press('Control+Enter');
    await window.thread.entry('The yard is free.').waitFor();
    await window.press('Escape');
    await window.press('s');
    await window.chooser.take('triage.snoozeTitle_one', window.say('triage.until.tomorrow'));
    await expect.poll(async () => (await row())?.status, within).toBe('snoozed');
    await window.press('Control+z');
    await expect.poll(async () => (await row())?.status, within).toBe('open');
  });

  it('turns to a brand and back, and opens every panel and page', async () => {
    await window.leave();
    await window.press('Control+1');
    const [first] = await chorale.driver.call('workspaces.list');
    await window.desk.heading.filter({ hasText: first?.name ?? '' }).waitFor();
    await window.press('Control+0');
    await window.desk.heading.filter({ hasText: window.say('desk.allBrands') }).waitFor();
    for (const panel of ['coverage', 'channels']) {
      await window.command(`app.commands.${panel}`);
      await window.page.getByRole('dialog', { name: window.say(`app.panels.${panel}`) }).waitFor();
      await window.press('Escape');
      await window.page.getByRole('dialog', { name: window.say(`app.panels.${panel}`) }).waitFor({ state: 'hidden' });
    }
    await window.press('?');
    await window.page.getByRole('dialog', { name: window.say('shortcuts.title') }).waitFor();
    await window.press('Escape');
    await window.command('app.commands.import');
    await tabTo(window.button('import.choose'));
    await window.press('Escape');
    await window.press('Control+,');
    await tabTo(window.page.getByRole('radiogroup', { name: window.say('settings.language') }));
    for (const language of ['English', 'Türkçe']) {
      await window.press('ArrowRight');
      await window.page.getByRole('radio', { name: language, checked: true }).waitFor({ state: 'attached' });
    }
    window.language = 'tr';
    await window.page.getByRole('navigation', { name: window.say('settings.title'), exact: true }).waitFor();
    await window.press('Escape');
    await window.desk.list.waitFor();
  });

  it('used no mouse', async () => {
    expect(await window.page.evaluate(() => document.documentElement.hasAttribute('data-pointer-used'))).toBe(false);
  });
});
