import { BrowserWindow, Notification } from 'electron';
import type { EventMap } from '@shared/contract/events';
import type { WindowTarget } from '@shared/contract/shell';
import type { NotificationSettings } from '../app/settings';
import type { Say } from '../app/texts';
import { notificationText, shouldNotify } from './notification-rules';

type Message = EventMap['notification:message'];

export interface NotifierOptions {
  readonly say: Say;
  readonly settings: () => NotificationSettings;
  readonly now: () => number;
  readonly open: (target: WindowTarget) => void;
  readonly iconFile: string;
}

/** In a burst, single ones up to this many per `burstMs`; after that one that counts. */
const mostInBurst = 4;
const burstMs = 15_000;

/** Shows new messages as the system's notifications; a click opens the conversation. */
export function createNotifier(options: NotifierOptions): (message: Message) => void {
  const { say, settings, now } = options;
  // Held until closed: a notification that is collected no longer hears its click.
  const shown = new Map<string, Notification>();
  let recent: readonly number[] = [];
  let counted = 0;

  const show = (key: string, text: { readonly title: string; readonly body: string }, target: WindowTarget): void => {
    shown.get(key)?.close();
    const notification = new Notification({ ...text, icon: options.iconFile, silent: false });
    shown.set(key, notification);
    const forget = (): void => {
      if (shown.get(key) === notification) shown.delete(key);
    };
    notification.once('click', () => {
      forget();
      options.open(target);
    });
    notification.once('close', forget);
    notification.once('failed', forget);
    notification.show();
  };

  return (message) => {
    const time = now();
    const { workspaceId, conversationId } = message;
    const { showsText } = settings();
    if (!shouldNotify(settings(), new Date(time), BrowserWindow.getFocusedWindow() !== null)) return;
    recent = recent.filter((each) => time - each < burstMs);
    if (recent.length === 0) counted = 0;
    recent = [...recent, time];
    if (recent.length <= mostInBurst) {
      show(conversationId, notificationText(message, showsText, say), { workspaceId, conversationId });
      return;
    }
    counted += 1;
    const text = { title: 'Chorale', body: counted === 1 ? say('newMessage') : say('newMessages', { count: counted }) };
    show('burst', text, { workspaceId: null, conversationId: null });
  };
}
