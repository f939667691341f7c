import type { NotificationSettings } from './settings';
import { parseAgency, parseUnread } from './settings';
import type { CoreClient } from './core-client';
import type { ShellStateStore } from './shell-state';
import type { ShellSettings } from './settings';

export interface DesktopOptions {
  readonly client: CoreClient;
  readonly state: ShellStateStore;
  readonly onSettings: (settings: ShellSettings) => void;
  readonly onUnread: (count: number) => void;
}

/** What main follows of the core's data: the settings and the unread total. */
export interface Desktop {
  /** Reads both anew; called when the core is ready. */
  refresh(): void;
  notifications(): NotificationSettings;
}

/** Runs `read` at once, and once more afterwards if it was asked for meanwhile; never twice at a time. */
function coalesced(read: () => Promise<void>): () => void {
  let isRunning = false;
  let isWanted = false;
  const run = async (): Promise<void> => {
    isRunning = true;
    while (isWanted) {
      isWanted = false;
      await read();
    }
    isRunning = false;
  };
  return () => {
    isWanted = true;
    if (!isRunning) void run();
  };
}

export function followCore({ client, state, onSettings, onUnread }: DesktopOptions): Desktop {
  let notifications: NotificationSettings = { isOn: false, showsText: false, quietHours: null };

  const readSettings = coalesced(async () => {
    const answer = await client.call('agency.get', {});
    const settings = answer.ok ? parseAgency(answer.value) : null;
    if (!settings) return;
    ({ notifications } = settings);
    const { language, theme, zoomPercent, spellcheckDownload } = settings;
    state.set({ language, theme, zoomPercent, spellcheckDownload });
    onSettings(settings);
  });
  const readUnread = coalesced(async () => {
    const answer = await client.call('workspaces.total', {});
    const unread = answer.ok ? parseUnread(answer.value) : null;
    if (unread !== null) onUnread(unread);
  });

  client.on('agency:changed', readSettings);
  client.on('workspaces:changed', readUnread);
  client.on('conversations:changed', readUnread);
  return {
    refresh() {
      readSettings();
      readUnread();
    },
    notifications: () => notifications,
  };
}
