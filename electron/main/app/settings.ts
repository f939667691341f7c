import { isTheme, isZoom } from './shell-state';
import type { Language, Theme } from './shell-state';

/** Quiet hours as local times `HH:MM`. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

export interface NotificationSettings {
  readonly isOn: boolean;
  readonly showsText: boolean;
  readonly quietHours: QuietHours | null;
}

/** The settings that main acts on; the core keeps them, `agency.get` tells them. */
export interface ShellSettings {
  readonly language: 'system' | Language;
  readonly theme: Theme;
  readonly zoomPercent: number;
  readonly notifications: NotificationSettings;
  readonly spellcheckDownload: boolean;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isClock = (value: unknown): value is string => typeof value === 'string' && /^\d\d:\d\d$/.test(value);

function parseNotifications(value: unknown): NotificationSettings {
  if (!isRecord(value)) return { isOn: false, showsText: false, quietHours: null };
  const quiet = value['quietHours'];
  const hours =
    isRecord(quiet) && isClock(quiet['from']) && isClock(quiet['to']) ? { from: quiet['from'], to: quiet['to'] } : null;
  return { isOn: value['isOn'] === true, showsText: value['showsText'] === true, quietHours: hours };
}

/** Takes what main needs out of the answer of `agency.get`; null where it is not an answer. */
export function parseAgency(value: unknown): ShellSettings | null {
  if (!isRecord(value) || !isRecord(value['settings'])) return null;
  const { language, theme, zoomPercent, notifications, spellcheckDownload } = value['settings'];
  return {
    language: language === 'en' || language === 'tr' ? language : 'system',
    theme: isTheme(theme) ? theme : 'system',
    zoomPercent: isZoom(zoomPercent) ? zoomPercent : 100,
    notifications: parseNotifications(notifications),
    spellcheckDownload: spellcheckDownload === true,
  };
}

/** Unread messages over all workspaces, from the answer of `workspaces.total`; null where it is not an answer. */
export function parseUnread(value: unknown): number | null {
  if (!isRecord(value)) return null;
  const unread = value['unread'];
  return typeof unread === 'number' && Number.isInteger(unread) && unread >= 0 ? unread : null;
}
