import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startDriver } from '../../support/driver';
import { customerWrites, receivedBy } from '../../support/right-brand/network';
import type { ChoraleWindow } from '../pages/chorale-window';
import { keepPictures } from '../pages/failure-pictures';
import { appDir, openChorale, type Chorale } from '../pages/launch';
import { exitCode, freshProfile, launchArguments, runtime, windowEnvironment } from '../support/shell-app';

const handle = 'pekkola';
let profile: string;
let chorale: Chorale;
let window: ChoraleWindow;

const start = async (): Promise<void> => {
  chorale = await openChorale({ profile });
  ({ window } = chorale);
};

beforeAll(async () => {
  profile = freshProfile();
  await start();
  await window.openSample();
  await chorale.driver.steer('sandbox.setPace', { messagesPerHour: 0 });
  for (const { id } of await chorale.driver.call('workspaces.list')) {
    await chorale.driver.call('workspaces.update', { workspaceId: id, recallMs: 0 });
  }
});
afterAll(async () => {
  await chorale.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
});
afterEach(() => window.leave());
keepPictures(() => chorale);

const write = (customer: string, text: string): Promise<string> =>
  customerWrites(chorale.driver, {
    account: handle,
    customer: customer.toLowerCase().replaceAll(' ', ''),
    customerName: customer,
    text,
  });
const hear = async (customer: string, text: string): Promise<void> => {
  await write(customer, text);
  await window.desk.open(customer);
  await window.thread.entry(text).waitFor();
};
const arrived = async (text: string): Promise<number> =>
  (await receivedBy(chorale.driver)).filter((message) => message.text === text).length;
const within = { timeout: 60_000 };

describe('a draft', () => {
  const draft = 'We looked into it, and the chair can be';

  it('survives a page that crashes (A2)', async () => {
    await hear('Aino Salmi', 'Can the chair be repaired?');
    await window.composer.write(draft);
    await window.composer.isSaved();
    window = await chorale.crashPage();
    await window.desk.open('Aino Salmi');
    await expect.poll(() => window.composer.field('Aino Salmi').innerText(), within).toBe(draft);
  });

  it('survives an app that is killed (A1)', async () => {
    await chorale.kill();
    await start();
    await window.desk.open('Aino Salmi');
    await expect.poll(() => window.composer.field('Aino Salmi').innerText(), within).toBe(draft);
  });

  it('is sent once after both, and nothing else left', async () => {
    await window.press('r');
    await window.composer.isFocused();
    await window.press('Control+End');
    await window.type(' repaired.');
    await window.composer.send();
    await expect.poll(() => arrived(`${draft} repaired.`), within).toBe(1);
    expect(await receivedBy(chorale.driver)).toHaveLength(1);
  });
});

describe('more than one', () => {
  it('start: the second shows the first, and ends with 0', async () => {
    await chorale.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
    const { electron } = runtime();
    const second = spawn(electron.path, launchArguments(appDir, profile), {
      env: windowEnvironment(),
      stdio: 'ignore',
    });
    expect(await exitCode(second)).toBe(0);
    await expect
      .poll(() => chorale.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized()), within)
      .toBe(false);
    expect(chorale.app.windows()).toHaveLength(1);
  });

  it('window: a conversation opens in one of its own and is answered there', async () => {
    await hear('Elias Berg', 'Which oil do you use?');
    const other = await chorale.newWindow(() => window.thread.openMenuItem('thread.openInWindow'));
    await other.thread.entry('Which oil do you use?').waitFor();
    await other.composer.write('Hello Elias, linseed oil.');
    await other.composer.send();
    await expect.poll(() => arrived('Hello Elias, linseed oil.'), within).toBe(1);
    // The first window shows it too.
    await window.thread.entry('Hello Elias, linseed oil.').waitFor();
    expect(await window.thread.entry('Hello Elias, linseed oil.').count()).toBe(1);
    await other.page.close();
  });

  it('hand: window and driver send at once, and both replies arrive once', async () => {
    await write('Saara Niemi', 'Do you deliver to Turku?');
    await hear('Onni Lehto', 'Do you deliver to Oulu?');
    const { driver } = chorale;
    const rows = (await driver.call('conversations.list', { limit: 50 })).items;
    const saara = rows.find((row) => row.contactName === 'Saara Niemi');
    if (!saara) throw new Error('Saara did not arrive');
    const place = { workspaceId: saara.workspaceId, conversationId: saara.id };
    const byDriver = 'Hello Saara, on Thursdays.';
    const draft = await driver.call('drafts.save', { ...place, text: byDriver });
    const byWindow = 'Hello Onni, on Fridays.';
    await window.composer.write(byWindow);
    await window.composer.isSaved();
    await Promise.all([
      window.composer.send(),
      driver.call('outbox.send', { ...place, accountId: saara.accountId, draftId: draft.id, text: byDriver }),
    ]);
    await expect.poll(() => arrived(byWindow), within).toBe(1);
    await expect.poll(() => arrived(byDriver), within).toBe(1);
    await expect.poll(async () => (await driver.call('outbox.list')).items, within).toEqual([]);
    expect([await arrived(byWindow), await arrived(byDriver)]).toEqual([1, 1]);
  });

  it('start: the window waits for a script that has the profile for a moment', async () => {
    await chorale.kill();
    const script = startDriver(join(appDir, 'out', 'main', 'core.js'), profile);
    const { profileId } = await script.call('agency.get');
    const opening = start();
    await pause(6000);
    await script.end();
    await opening;
    await window.desk.isFilled();
    expect((await chorale.driver.call('agency.get')).profileId).toBe(profileId);
  });
});
