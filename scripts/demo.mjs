// The main job, played in the real window without a hand on the keyboard: messages arrive, one brand is answered while the
// network is away, it comes back, the reply goes out once from the right account and is read back from the network.
// Started by `npm start -- --demo`, which brings a display and a keychain. Ends with 0 when every step held, else with 1.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { driverOf } from './run/driver.mjs';
import { launchApp } from './run/launch-app.mjs';
import { screenTexts } from './run/screen-texts.mjs';
import { projectDir } from './setup/paths.mjs';

const shotsDir = join(projectDir, 'shots', 'demo');
const text = screenTexts('en');
const brand = { name: 'Wrenfield Cycles', handle: 'wrenfieldcycles' };
const customer = { name: 'Ada Thornbury', handle: 'adathornbury' };
const question = 'Hello, is the Longmoor frame still made in size 56? I would come by on Saturday to try one.';
const reply = 'Hello Ada, yes: the Longmoor is made in 56, and there is one on the stand. See you on Saturday.';

rmSync(shotsDir, { recursive: true, force: true });
mkdirSync(shotsDir, { recursive: true });

const opened = await launchApp({ args: ['--lang=en-GB'] });
const { page } = opened;
const core = driverOf(opened.profile);
const startedAt = Date.now();
let count = 0;

/** Does one step, says so, and keeps a picture of the window. */
async function step(title, work) {
  count += 1;
  const name = String(count).padStart(2, '0');
  try {
    const said = await work();
    await page.screenshot({ path: join(shotsDir, `${name}.png`) });
    process.stdout.write(`${name} ${title}${said ? `: ${said}` : ''}\n`);
  } catch (error) {
    await page.screenshot({ path: join(shotsDir, `${name}-failed.png`) }).catch(() => undefined);
    throw new Error(`${title}: ${error.message}`, { cause: error });
  }
}

/** Asks again until the answer holds; the network works at its own pace. */
async function until(what, ask, timeoutMs = 60_000) {
  for (const end = performance.now() + timeoutMs; performance.now() < end; await wait(300)) {
    const answer = await ask();
    if (answer) return answer;
  }
  throw new Error(`${what} did not happen within ${timeoutMs / 1000} seconds`);
}

const row = page
  .getByRole('listbox', { name: text('desk.list') })
  .getByRole('option')
  .filter({ hasText: customer.name });
const composer = page.getByRole('textbox', {
  name: text('composer.textLabel', { name: customer.name, handle: brand.handle }),
});
const replies = () => page.getByRole('feed').getByText(reply);
/** Our reply in the outbox, as long as it has not been sent. */
const waiting = async () => {
  const { items } = await core('outbox.list', { states: ['queued', 'sending', 'held', 'failed', 'unknown'] });
  return items.find((item) => item.text === reply);
};
const received = async () => {
  const { messages, duplicateCount } = await core('sandbox.received', { sinceMs: startedAt });
  return { ours: messages.filter((message) => message.text === reply), duplicateCount };
};

try {
  await step('The window is open and offers two doors', async () => {
    await page.getByRole('button', { name: text('welcome.sampleButton') }).waitFor();
    await page.getByRole('button', { name: text('welcome.connectButton') }).waitFor();
  });

  await step('The sample agency is open', async () => {
    await page.getByRole('button', { name: text('welcome.sampleButton') }).click();
    await page.getByRole('option').first().waitFor();
    const workspaces = await core('workspaces.list');
    return `${workspaces.length} brands`;
  });

  await step('A customer writes, and the message arrives on the desk', async () => {
    await core('sandbox.setPace', { messagesPerHour: 0 });
    await core('sandbox.writeAs', {
      account: brand.handle,
      customer: customer.handle,
      customerName: customer.name,
      text: question,
    });
    // While somebody looks at the list it stays still and says how many have come.
    const arrived = page.getByRole('button', {
      name: new RegExp(`^${text('desk.waiting_other', { count: '\\d+' })}$`),
    });
    await until('the arrival', async () => {
      if (await arrived.isVisible()) await arrived.click();
      return row.isVisible();
    });
    return `${customer.name} to ${brand.name}`;
  });

  await step('The network goes away', async () => {
    await core('sandbox.fail', { account: null, what: 'all', mode: 'unreachable' });
    return 'every call to it fails from now on';
  });

  await step('The brand is answered while the network is away', async () => {
    await row.click();
    await page.getByRole('feed').getByText(question).waitFor();
    await composer.click();
    await page.keyboard.type(reply);
    await page.keyboard.press('Control+Enter');
    await replies().first().waitFor();
    return 'the reply is queued';
  });

  await step('Nothing has left', async () => {
    // Longer than the ten seconds in which a reply can be taken back, and a first try after them.
    await until('a first try', async () => {
      const item = await waiting();
      return item?.state === 'queued' && item.errorReason !== null;
    });
    const { ours } = await received();
    if (ours.length > 0) throw new Error('the network has the reply already');
    return 'the network holds no reply of ours; it waits in the outbox';
  });

  await step('The network comes back, and the reply goes out', async () => {
    await core('sandbox.heal', { account: null });
    await until('the delivery', async () => (await received()).ours.length > 0, 180_000);
    return 'by itself';
  });

  await step('The network has it once, from the right account', async () => {
    const { ours, duplicateCount } = await received();
    if (ours.length !== 1) throw new Error(`the network has the reply ${ours.length} times`);
    const [only] = ours;
    if (only.account !== brand.handle) throw new Error(`it came from ${only.account}`);
    if (only.customer !== customer.handle) throw new Error(`it went to ${only.customer}`);
    if (only.timesApplied !== 1 || duplicateCount !== 0) throw new Error('it was applied more than once');
    return `from @${only.account} to @${only.customer}, applied ${only.timesApplied} time`;
  });

  await step('The window says so too', async () => {
    await until('the state "sent"', async () => (await waiting()) === undefined);
    if ((await replies().count()) !== 1) throw new Error('the thread shows the reply more than once');
    return 'the thread shows the reply once, as sent';
  });

  process.stdout.write(`The main job holds. Pictures: ${shotsDir}\n`);
} catch (error) {
  process.stdout.write(`FAILED ${error.message}\nPictures: ${shotsDir}\n`);
  process.exitCode = 1;
} finally {
  await opened.close();
}
