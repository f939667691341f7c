import type { Locator } from 'playwright';
import type { Screen } from './screen';

/** A field to type in with choices under it, as snooze, assign and label use it. */
export class Chooser {
  constructor(private readonly screen: Screen) {}

  dialog(titleKey: string): Locator {
    return this.screen.page.getByRole('dialog', { name: this.screen.say(titleKey) });
  }

  /** Types until the choice is the first, then takes it by key. */
  async take(titleKey: string, typed: string): Promise<void> {
    const dialog = this.dialog(titleKey);
    await dialog.getByRole('combobox').first().waitFor();
    await this.screen.type(typed);
    await dialog.getByRole('option').first().filter({ hasText: typed }).waitFor();
    await this.screen.press('Enter');
  }
}
