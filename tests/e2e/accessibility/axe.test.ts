import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChoraleWindow } from '../pages/chorale-window';
import { keepPictures } from '../pages/failure-pictures';
import { openChorale, type Chorale } from '../pages/launch';
import type { Language } from '../pages/screen';

let chorale: Chorale;
let window: ChoraleWindow;

beforeAll(async () => {
  chorale = await openChorale();
  ({ window } = chorale);
});
afterAll(() => chorale.close());
keepPictures(() => chorale);

const variants: readonly { language: Language; theme: 'light' | 'dark' }[] = [
  { language: 'en', theme: 'light' },
  { language: 'en', theme: 'dark' },
  { language: 'tr', theme: 'light' },
  { language: 'tr', theme: 'dark' },
];

/** Sets language and theme, and waits until the window wears them. */
async function wear({ language, theme }: (typeof variants)[number]): Promise<void> {
  await chorale.driver.call('agency.updateSettings', { language, theme });
  window.language = language;
  await window.page.waitForFunction(
    (wanted) =>
      document.documentElement.lang.startsWith(wanted.language) &&
      document.documentElement.dataset['mantineColorScheme'] === wanted.theme,
    { language, theme },
  );
}

/** What axe finds that is serious or critical, as one line each. */
async function findings(): Promise<readonly string[]> {
  await window.page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)));
  });
  // Electron has no second page for the frames that the newer mode opens.
  const { violations } = await new AxeBuilder({ page: window.page }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`));
}

const dialog = (key: string): Promise<void> => window.page.getByRole('dialog', { name: window.say(key) }).waitFor();
interface Shown {
  readonly name: string;
  readonly show: () => Promise<unknown>;
  readonly leave?: () => Promise<unknown>;
}

const screens: readonly Shown[] = [
  { name: 'the desk with conversations', show: () => window.desk.isFilled() },
  {
    name: 'an empty desk',
    show: async () => {
      await window.desk.filterBy('mine');
      await window.page.getByText(window.say('desk.empty.filtered')).waitFor();
    },
    leave: () => window.desk.filterBy('open'),
  },
  {
    name: 'a conversation with its composer',
    show: async () => {
      await window.desk.isFilled();
      await window.desk.rows.first().click();
      await window.thread.feed.waitFor();
      await window.composer.field().waitFor();
    },
  },
  {
    name: 'the settings',
    show: async () => {
      await window.press('Control+,');
      await window.page.getByRole('radiogroup', { name: window.say('settings.theme') }).waitFor();
    },
  },
  {
    name: 'a new workspace',
    show: async () => {
      await window.command('app.commands.newWorkspace');
      await dialog('workspaces.newTitle');
    },
  },
  {
    name: 'connecting an account',
    show: async () => {
      const rail = window.page.getByRole('navigation', { name: window.say('rail.label') });
      await rail.getByRole('button', { name: /^Nordkrume/ }).focus();
      await window.press('Shift+F10');
      await window.page.getByRole('menuitem', { name: window.say('rail.connect') }).click();
      await window.page.getByRole('dialog').getByText('Bluesky').first().waitFor();
    },
  },
  { name: 'the outbox', show: () => window.outbox.open(), leave: () => window.outbox.close() },
  {
    name: 'coverage',
    show: async () => {
      await window.command('app.commands.coverage');
      await dialog('app.panels.coverage');
    },
  },
  {
    name: 'the palette',
    show: async () => {
      await window.press('Control+k');
      await window.page.getByRole('textbox', { name: window.say('palette.placeholder') }).waitFor();
    },
  },
  {
    name: 'all keys',
    show: async () => {
      await window.press('?');
      await dialog('shortcuts.title');
    },
  },
  {
    name: 'the import',
    show: async () => {
      await window.command('app.commands.import');
      await window.button('import.choose').waitFor();
    },
  },
];

describe('the two doors', () => {
  it.each(variants)('have nothing serious in $language, $theme', async (variant) => {
    await wear(variant);
    await window.button('welcome.sampleButton').waitFor();
    expect(await findings()).toEqual([]);
  });
});

describe.each(variants)('in $language, $theme', (variant) => {
  beforeAll(async () => {
    await wear(variant);
    if ((await chorale.driver.call('workspaces.list')).length === 0) {
      await window.openSample();
      await chorale.driver.steer('sandbox.setPace', { messagesPerHour: 0 });
    }
    await window.desk.isFilled();
  });

  it.each(screens)('$name: nothing serious', async ({ show, leave }) => {
    await show();
    const found = await findings();
    await leave?.();
    await window.leave();
    expect(found).toEqual([]);
  });
});
