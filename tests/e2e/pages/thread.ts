import type { Locator } from 'playwright';
import type { Screen } from './screen';

/** The open conversation: its entries and what can be done with it. */
export class Thread {
  constructor(private readonly screen: Screen) {}

  get feed(): Locator {
    return this.screen.page.getByRole('feed', { name: this.screen.say('thread.messages') });
  }

  /** The entry that holds a text. */
  entry(text: string): Locator {
    return this.feed.getByRole('article').filter({ hasText: text });
  }

  /** A button under a reply that has not gone out. */
  action(text: string, key: string): Locator {
    return this.entry(text).getByRole('button', { name: this.screen.say(key), exact: true });
  }

  get heading(): Locator {
    return this.screen.page
      .getByRole('region', { name: this.screen.say('thread.label') })
      .getByRole('heading', { level: 2 });
  }

  async openMenuItem(key: string): Promise<void> {
    await this.screen.button('thread.more').click();
    await this.screen.page.getByRole('menuitem', { name: this.screen.say(key) }).click();
  }
}
