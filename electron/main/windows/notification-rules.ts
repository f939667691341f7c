import type { EventMap } from '@shared/contract/events';
import type { NotificationSettings, QuietHours } from '../app/settings';
import type { Say } from '../app/texts';

type Message = EventMap['notification:message'];

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** Whether a local time lies in the quiet hours; they end on the next day where `to` is earlier than `from`. */
export function isQuiet(hours: QuietHours | null, time: Date): boolean {
  if (hours === null) return false;
  const from = minutesOf(hours.from);
  const to = minutesOf(hours.to);
  const minute = time.getHours() * 60 + time.getMinutes();
  return from <= to ? minute >= from && minute < to : minute >= from || minute < to;
}

/** Whether to tell at all: not where it is switched off, quiet, or a window of ours has the person's eyes. */
export const shouldNotify = (settings: NotificationSettings, time: Date, isFocused: boolean): boolean =>
  settings.isOn && !isFocused && !isQuiet(settings.quietHours, time);

/**
 * One line of a stranger for the system's notification: no control or direction signs, and no markup. Servers of Linux desktops read
 * `<b>`, `<a>` and `<img>` in a body, and would fetch a picture.
 */
export const plainLine = (text: string, maxLength: number): string =>
  text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll(/[\p{Bidi_Control}\u200b\u2060\ufeff]/gu, '')
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    .replaceAll('&', '＆')
    .trim()
    .slice(0, maxLength)
    .replace(/[\ud800-\udbff]$/, '');

export interface NotificationText {
  readonly title: string;
  readonly body: string;
}

/** What a notification says. With the text hidden: which brand, nothing of who or what. */
export function notificationText(message: Message, showsText: boolean, say: Say): NotificationText {
  const brand = plainLine(message.workspaceName, 60);
  if (!showsText) return { title: brand, body: say('newMessage') };
  return { title: `${plainLine(message.contactName, 60)} · ${brand}`, body: plainLine(message.preview, 180) };
}
