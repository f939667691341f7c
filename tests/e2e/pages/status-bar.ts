import type { Locator } from 'playwright';
import type { Screen } from './screen';

/** The foot of the window. */
export class StatusBar {
  constructor(private readonly screen: Screen) {}

  get bar(): Locator {
    return this.screen.page.getByRole('contentinfo', { name: this.screen.say('statusBar.label') });
  }

  get flightMode(): Locator {
    return this.bar.getByRole('button', { name: this.screen.say('statusBar.flightMode'), exact: true });
  }

  async setFlightMode(isOn: boolean): Promise<void> {
    const { flightMode } = this;
    if ((await flightMode.getAttribute('aria-pressed')) === String(isOn)) return;
    await flightMode.click();
    await this.hasFlightMode(isOn);
  }

  async hasFlightMode(isOn: boolean): Promise<void> {
    await this.bar
      .getByRole('button', { name: this.screen.say('statusBar.flightMode'), exact: true, pressed: isOn })
      .waitFor();
  }
}
