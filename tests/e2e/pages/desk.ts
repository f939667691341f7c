import type { Locator } from 'playwright';
import { literally, type Screen } from './screen';

/** The list of conversations, with its search field and filters. */
export class Desk {
  constructor(private readonly screen: Screen) {}

  get list(): Locator {
    return this.screen.page.getByRole('listbox', { name: this.screen.say('desk.list') });
  }

  get rows(): Locator {
    return this.list.getByRole('option');
  }

  /** The row of a contact. */
  row(contact: string): Locator {
    return this.rows.filter({ hasText: contact });
  }

  get heading(): Locator {
    return this.screen.page
      .getByRole('region', { name: this.screen.say('desk.label') })
      .getByRole('heading', { level: 1 });
  }

  /** The button that says how many have come while the list was held still. */
  get arrivals(): Locator {
    const name = new RegExp(`^${this.screen.say('desk.waiting_other', { count: '\\d+' })}$`);
    return this.screen.page.getByRole('button', { name });
  }

  async isFilled(): Promise<void> {
    await this.rows.first().waitFor();
  }

  /** Opens the conversation with a contact; what arrived meanwhile is shown first where it must be. */
  async open(contact: string): Promise<void> {
    // More than one may arrive, one after the other, and each waits to be shown.
    while (!(await this.row(contact).isVisible())) {
      await this.row(contact).or(this.arrivals).first().waitFor();
      if (await this.arrivals.isVisible()) await this.arrivals.click();
    }
    await this.row(contact).click();
    await this.screen.page.getByRole('heading', { level: 2, name: new RegExp(`^${literally(contact)}`) }).waitFor();
  }

  async filterBy(name: string): Promise<void> {
    const filters = this.screen.page.getByRole('group', { name: this.screen.say('desk.filters.label') });
    await filters
      .getByRole('button', { name: new RegExp(`^${literally(this.screen.say(`desk.filters.${name}`))}`) })
      .click();
  }

  get searchField(): Locator {
    return this.screen.page.getByRole('searchbox', { name: this.screen.say('desk.search.label') });
  }

  get hits(): Locator {
    return this.screen.page.getByRole('listbox', { name: this.screen.say('search.results') }).getByRole('option');
  }

  /** Searches by key, as you type. */
  async search(words: string): Promise<void> {
    await this.searchField.focus();
    await this.screen.press('Control+a');
    await this.screen.type(words);
  }

  /** Turns to a brand, or to all of them, at the rail. */
  async turnTo(brand: string): Promise<void> {
    const rail = this.screen.page.getByRole('navigation', { name: this.screen.say('rail.label') });
    await rail.getByRole('button', { name: new RegExp(`^${literally(brand)}(,|$)`) }).click();
  }
}
