// Takes the pictures of `npm run shots`; started by it inside a display and a keychain.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from '../setup/paths.mjs';
import { driverOf } from './driver.mjs';
import { launchApp } from './launch-app.mjs';
import { screenTexts } from './screen-texts.mjs';

const shotsDir = join(projectDir, 'shots');
const languages = ['en', 'tr'];
const themes = ['light', 'dark'];
const widths = [1600, 1024];
const height = 1000;

const at = process.argv.indexOf('--only');
const only = at === -1 ? undefined : process.argv[at + 1]?.split(',');

const opened = await launchApp();
const { app, page } = opened;
const core = driverOf(opened.profile);
const press = (keys) => page.keyboard.press(keys);

/** Every picture: its name, how to get there from the desk and what is there then. Each leaves by Escape or by `leave`. */
const screens = [
  { name: 'desk', show: async () => undefined, sees: () => page.getByRole('option') },
  { name: 'thread', show: openFirst, sees: () => page.getByRole('feed') },
  {
    name: 'composer',
    show: () => openFirst().then(() => press('r')),
    sees: () => page.locator('[role=textbox]:focus'),
  },
  {
    name: 'workspace',
    show: () => press('Control+1'),
    sees: () => page.getByRole('option'),
    leave: () => press('Control+0'),
  },
  {
    name: 'search',
    show: () => press('/').then(() => page.keyboard.type('order')),
    sees: (text) => page.getByRole('listbox', { name: text('search.results') }).getByRole('option'),
    leave: (text) => page.getByRole('button', { name: text('desk.search.clear') }).click(),
  },
  { name: 'palette', show: () => press('Control+k'), sees: () => page.getByRole('dialog') },
  { name: 'keys', show: () => press('?'), sees: () => page.getByRole('dialog') },
  { name: 'outbox', show: () => press('Control+Shift+O'), sees: () => page.getByRole('dialog') },
  {
    name: 'coverage',
    show: (text) =>
      page
        .getByRole('button', { name: text('statusBar.coverage') })
        .first()
        .click(),
    sees: () => page.getByRole('dialog'),
  },
  {
    name: 'settings',
    show: () => press('Control+,'),
    sees: (text) => page.getByRole('navigation', { name: text('settings.title') }),
  },
];

try {
  mkdirSync(shotsDir, { recursive: true });
  for (const variant of variants()) {
    await wear(variant);
    if (!only || only.includes('welcome')) await shoot('welcome', variant);
  }
  await core('agency.openSample');
  await core('sandbox.setPace', { messagesPerHour: 0 });
  await page.getByRole('option').first().waitFor();
  for (const variant of variants()) {
    await wear(variant);
    const text = screenTexts(variant.language);
    for (const screen of screens.filter(({ name }) => !only || only.includes(name))) {
      await screen.show(text);
      await screen.sees(text).first().waitFor();
      await page.getByRole('status', { name: text('common.loading') }).waitFor({ state: 'hidden' });
      await shoot(screen.name, variant);
      await screen.leave?.(text);
      for (let times = 0; times < 3; times += 1) await press('Escape');
    }
  }
  process.stdout.write(`Pictures: ${shotsDir}\n`);
} catch (error) {
  await page.screenshot({ path: join(shotsDir, 'failed.png') }).catch(() => undefined);
  process.stdout.write(`FAILED ${error.message}\n`);
  process.exitCode = 1;
} finally {
  await opened.close();
}

function variants() {
  return languages.flatMap((language) =>
    themes.flatMap((theme) => widths.map((width) => ({ language, theme, width }))),
  );
}

/** Sets language, theme and size, and waits until the window shows them. */
async function wear({ language, theme, width }) {
  await core('agency.updateSettings', { language, theme });
  const place = { width, height };
  await app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0].setContentSize(size.width, size.height),
    place,
  );
  await page.waitForFunction(
    (wanted) =>
      document.documentElement.lang.startsWith(wanted.language) &&
      document.documentElement.dataset.mantineColorScheme === wanted.theme &&
      Math.abs(window.innerWidth - wanted.width) < 2,
    { language, theme, width },
  );
}

async function openFirst() {
  await page.getByRole('option').first().click();
  await page.getByRole('feed').waitFor();
}

async function shoot(name, { language, theme, width }) {
  // Reading until nothing moves any more: fonts, then two frames.
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
  await page.screenshot({ path: join(shotsDir, `${name}-${language}-${theme}-${width}.png`), animations: 'disabled' });
}
