import type { Locator, Page } from 'playwright';
import { screenTexts } from '../../../scripts/run/screen-texts.mjs';

export type Language = 'en' | 'tr';

/** A window as a person sees it: its page, and the words of its language. */
export class Screen {
  language: Language = 'en';

  constructor(readonly page: Page) {}

  /** Words on the screen, by their key in the catalogue. */
  say(key: string, values: Readonly<Record<string, string | number>> = {}): string {
    return screenTexts(this.language)(key, values);
  }

  button(key: string, values?: Readonly<Record<string, string | number>>): Locator {
    return this.page.getByRole('button', { name: this.say(key, values), exact: true });
  }

  press(keys: string): Promise<void> {
    return this.page.keyboard.press(keys);
  }

  /** Types as a person does, key by key, wherever the focus is. */
  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }
}

/** A text as a pattern that matches it anywhere. */
export const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
