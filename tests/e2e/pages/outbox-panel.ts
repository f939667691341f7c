import type { Locator } from 'playwright';
import type { Screen } from './screen';

/** The panel with replies on their way out. */
export class OutboxPanel {
  constructor(private readonly screen: Screen) {}

  get panel(): Locator {
    return this.screen.page.getByRole('dialog', { name: this.screen.say('app.panels.outbox') });
  }

  /** The card of the reply with a text. */
  card(text: string): Locator {
    return this.panel.getByRole('listitem').filter({ hasText: text });
  }

  /** Presses a button of a card, and the same word in the question that may follow. */
  async act(text: string, key: string): Promise<void> {
    const name = this.screen.say(key);
    await this.card(text).getByRole('button', { name, exact: true }).click();
  }

  async confirm(titleKey: string, key: string): Promise<void> {
    const dialog = this.screen.page.getByRole('dialog', { name: this.screen.say(titleKey) });
    await dialog.getByRole('button', { name: this.screen.say(key), exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  /** Opens it by key, where it is not open. */
  async open(): Promise<void> {
    if (!(await this.panel.isVisible())) await this.screen.press('Control+Shift+O');
    await this.panel.waitFor();
  }

  /** Closes it by key. */
  async close(): Promise<void> {
    await this.panel.focus();
    await this.screen.press('Escape');
    await this.panel.waitFor({ state: 'hidden' });
  }
}
