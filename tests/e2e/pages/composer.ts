import type { Locator } from 'playwright';
import { literally, type Screen } from './screen';

/** The box at the foot of a conversation in which a reply is written. */
export class Composer {
  constructor(private readonly screen: Screen) {}

  /** Who speaks, the text field and Send. */
  private get box(): Locator {
    return this.screen.page.getByRole('group', {
      name: new RegExp(`^${literally(this.screen.say('composer.label', { handle: '' }))}`),
    });
  }

  /** The text field; its name says to whom and as whom. */
  field(contact = '.+', handle = '[^@]+'): Locator {
    const { screen } = this;
    const marks = { name: '\u0001', handle: '\u0002' };
    const pattern = literally(screen.say('composer.textLabel', marks))
      .replace(marks.name, contact)
      .replace(marks.handle, handle);
    return screen.page.getByRole('textbox', { name: new RegExp(`^${pattern}$`) });
  }

  /** Writes by key: R takes the focus to the field. */
  async write(text: string): Promise<void> {
    await this.field().waitFor();
    await this.screen.press('r');
    await this.isFocused();
    await this.screen.type(text);
  }

  /** Waits until the draft was read, so that what is typed stands behind it. */
  async isRead(): Promise<void> {
    await this.box.and(this.screen.page.locator('[aria-busy=false]')).waitFor();
  }

  async isFocused(): Promise<void> {
    await this.field().and(this.screen.page.locator(':focus')).waitFor();
  }

  /** Empties the field. */
  async clear(): Promise<void> {
    await this.field().focus();
    await this.screen.press('Control+a');
    await this.screen.press('Delete');
  }

  async send(): Promise<void> {
    await this.screen.press('Control+Enter');
  }

  /** Notes on the draft: other brands that it names. */
  get notes(): Locator {
    return this.screen.page.getByRole('list', { name: this.screen.say('composer.notes') }).getByRole('listitem');
  }

  async isSaved(): Promise<void> {
    await this.box.getByText(this.screen.say('composer.saved'), { exact: true }).waitFor();
  }
}
