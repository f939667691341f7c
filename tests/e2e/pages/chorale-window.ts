import type { Page } from 'playwright';
import { Chooser } from './chooser';
import { Composer } from './composer';
import { Desk } from './desk';
import { OutboxPanel } from './outbox-panel';
import { Screen } from './screen';
import { StatusBar } from './status-bar';
import { Thread } from './thread';

/** A window of the app and what a person does in it. Everything is found by role and accessible name. */
export class ChoraleWindow extends Screen {
  readonly desk = new Desk(this);
  readonly thread = new Thread(this);
  readonly composer = new Composer(this);
  readonly outbox = new OutboxPanel(this);
  readonly statusBar = new StatusBar(this);
  readonly chooser = new Chooser(this);

  constructor(page: Page) {
    super(page);
    // A machine under load is slow, not wrong.
    page.setDefaultTimeout(60_000);
  }

  /** Waits until the window shows the two doors of an empty agency, or the desk. */
  async isReady(): Promise<void> {
    await this.button('welcome.sampleButton').or(this.statusBar.bar).first().waitFor();
  }

  /** Opens the sample agency through its door and waits for the desk to fill. */
  async openSample(): Promise<void> {
    await this.button('welcome.sampleButton').click();
    await this.desk.isFilled();
  }

  /** The toast that says what was done. */
  toast(text: string | RegExp) {
    return this.page.getByRole('alert').filter({ hasText: text });
  }

  /** Runs a command by its name in the palette, by key. */
  async command(key: string): Promise<void> {
    await this.press('Control+k');
    const palette = this.page.getByRole('dialog', { name: this.say('palette.label') });
    const field = palette.getByRole('textbox', { name: this.say('palette.placeholder') });
    await field.and(this.page.locator(':focus')).waitFor();
    await this.type(this.say(key));
    await palette.getByText(this.say(key), { exact: true }).first().waitFor();
    await this.press('Enter');
    await palette.waitFor({ state: 'hidden' });
  }

  /** Closes dialogs and panels, and leaves text fields. */
  async leave(): Promise<void> {
    for (let times = 0; times < 3; times += 1) await this.press('Escape');
  }
}
