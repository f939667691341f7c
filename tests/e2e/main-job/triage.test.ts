import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { customerWrites } from '../../support/right-brand/network';
import type { ChoraleWindow } from '../pages/chorale-window';
import { keepPictures } from '../pages/failure-pictures';
import { openChorale, type Chorale } from '../pages/launch';

const handle = 'lalefincan';
let chorale: Chorale;
let window: ChoraleWindow;

beforeAll(async () => {
  chorale = await openChorale();
  ({ window } = chorale);
  await window.openSample();
  await chorale.driver.steer('sandbox.setPace', { messagesPerHour: 0 });
});
afterAll(() => chorale.close());
keepPictures(() => chorale);

/** A conversation of this case alone, open on screen; answers what the core says of it. */
async function hear(customer: string, text: string): Promise<() => Promise<Awaited<ReturnType<typeof read>>>> {
  const { driver } = chorale;
  await customerWrites(driver, {
    account: handle,
    customer: customer.toLowerCase().replaceAll(' ', ''),
    customerName: customer,
    text,
  });
  await window.desk.open(customer);
  await window.thread.entry(text).waitFor();
  return () => read(customer);
}

async function read(customer: string) {
  for (const status of ['open', 'pending', 'snoozed', 'resolved'] as const) {
    const { items } = await chorale.driver.call('conversations.list', { filter: { statuses: [status] }, limit: 200 });
    const found = items.find((row) => row.contactName === customer);
    if (found) return found;
  }
  throw new Error(`no conversation with ${customer}`);
}

const within = { timeout: 20_000 };

describe('moving conversations on, by key', () => {
  beforeEach(() => window.leave());

  it('resolves with E, and takes it back with Ctrl+Z', async () => {
    const row = await hear('Zeynep Aksoy', 'Kargo kaç günde gelir?');
    await window.press('e');
    await window.toast(window.say('triage.done.resolved_one')).waitFor();
    await expect.poll(async () => (await row()).status, within).toBe('resolved');
    await window.press('Control+z');
    await expect.poll(async () => (await row()).status, within).toBe('open');
  });

  it('snoozes with S until a time of the brand’s clock, and takes it back', async () => {
    const row = await hear('Emre Toprak', 'Yarın açık mısınız?');
    await window.press('s');
    await window.chooser.take('triage.snoozeTitle_one', window.say('triage.until.tomorrow'));
    await expect.poll(async () => (await row()).status, within).toBe('snoozed');
    expect((await row()).snoozedUntil).toBeGreaterThan(Date.now());
    await window.press('Control+z');
    await expect.poll(async () => (await row()).status, within).toBe('open');
  });

  it('assigns with A to a member of staff', async () => {
    const deniz = await chorale.driver.call('agency.saveStaff', { name: 'Deniz Uçar', role: 'agent' });
    const row = await hear('Can Ergin', 'Fatura alabilir miyim?');
    await window.press('a');
    await window.chooser.take('triage.assignTitle_one', 'Deniz');
    await window.toast('Deniz Uçar').waitFor();
    await expect.poll(async () => (await row()).assigneeId, within).toBe(deniz.id);
  });

  it('makes a label with L and puts it on', async () => {
    const row = await hear('Aylin Güneş', 'Hediye paketi yapıyor musunuz?');
    await window.press('l');
    await window.chooser.take('triage.labelTitle_one', 'hediye');
    await expect.poll(async () => (await row()).labels.map(({ name }) => name), within).toEqual(['hediye']);
    await window.page
      .getByRole('region', { name: window.say('contact.panel') })
      .getByText('hediye')
      .waitFor();
  });

  it('writes a note with N that never leaves', async () => {
    await hear('Mert Kaya', 'Toptan satış var mı?');
    await window.press('n');
    const field = window.page.getByRole('textbox', { name: window.say('composer.noteLabel') });
    await field.and(window.page.locator(':focus')).waitFor();
    await window.type('Ask Selin first, she knows the price list.');
    await window.press('Control+Enter');
    await window.toast(window.say('composer.noteSaved')).waitFor();
    await window.thread.entry('Ask Selin first').waitFor();
    expect((await chorale.driver.call('outbox.list')).items).toEqual([]);
  });

  it('marks as unread with U', async () => {
    const row = await hear('Ece Bilgin', 'Stokta var mı?');
    await expect.poll(async () => (await row()).unreadCount, within).toBe(0);
    await window.press('u');
    await expect.poll(async () => (await row()).unreadCount, within).toBeGreaterThan(0);
  });
});

describe('search in Turkish, as you type', () => {
  beforeAll(async () => {
    const texts = [
      'SİPARİŞ ne zaman gelir',
      'sipariş vermiştim',
      'Siparişim hâlâ gelmedi',
      'IŞIK yanmıyor',
      'ışık çok zayıf',
      'ısparta gülü var mı',
    ];
    for (const [index, text] of texts.entries()) {
      await customerWrites(chorale.driver, {
        account: handle,
        customer: `arama${index}`,
        customerName: `Arama ${index}`,
        text,
      });
    }
    await chorale.driver.call('sync.now');
  });

  it.each([
    ['siparis', ['SİPARİŞ ne zaman gelir', 'sipariş vermiştim', 'Siparişim hâlâ gelmedi']],
    ['isik', ['IŞIK yanmıyor', 'ışık çok zayıf']],
    ['ISPARTA', ['ısparta gülü var mı']],
  ])('finds by “%s” what was meant', async (words, texts) => {
    await window.desk.search(words);
    for (const text of texts) await window.desk.hits.filter({ hasText: text }).first().waitFor();
    await window.press('Escape');
  });

  it('opens the message that was hit, by key', async () => {
    await window.desk.search('ısparta gülü');
    await window.desk.hits.filter({ hasText: 'ısparta gülü var mı' }).waitFor();
    await window.press('Enter');
    await window.thread.entry('ısparta gülü var mı').waitFor();
    await window.leave();
    await window.desk.isFilled();
  });
});

describe('the language', () => {
  it('changes at once, in the whole window', async () => {
    await window.press('Control+,');
    await window.page.getByText('Türkçe', { exact: true }).click();
    window.language = 'tr';
    await window.page.getByRole('navigation', { name: window.say('settings.title'), exact: true }).waitFor();
    await expect.poll(() => window.page.evaluate(() => document.documentElement.lang), within).toBe('tr');
    await window.press('Escape');
    await window.page.getByRole('region', { name: window.say('desk.label') }).waitFor();
    await window.desk.list.waitFor();
    await window.statusBar.bar.waitFor();
    await window.press('Control+,');
    await window.page.getByText('English', { exact: true }).click();
    window.language = 'en';
    await window.page.getByRole('navigation', { name: window.say('settings.title'), exact: true }).waitFor();
    await window.press('Escape');
    await window.desk.list.waitFor();
  });
});
