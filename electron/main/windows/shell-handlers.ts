import { BrowserWindow, clipboard, ipcMain } from 'electron';
import type { IpcMainInvokeEvent } from 'electron';
import { shellChannels } from '@shared/contract/shell-channels';
import type { ShellChannel } from '@shared/contract/shell-channels';
import { parseTarget } from '../app/command-line';
import type { PortDesk } from '../app/port-desk';
import { isTheme, isZoom } from '../app/shell-state';
import type { Say } from '../app/texts';
import { pickFile, pickSaveTarget } from '../platform/file-dialogs';
import type { LinkOpener } from '../platform/open-link';
import { isTrustedSender } from './page-origin';
import type { PageSource } from './page-origin';
import type { Windows } from './windows';

export interface ShellHandlerParts {
  readonly source: PageSource;
  readonly windows: Windows;
  readonly links: LinkOpener;
  readonly ports: PortDesk;
  readonly say: Say;
}

/** One thing a page may ask of main: what it must pass, and what is done. */
interface Row<Argument> {
  /** The argument where it is one; undefined refuses the call. */
  readonly parse: (value: unknown) => Argument | undefined;
  readonly run: (argument: Argument, window: BrowserWindow) => unknown;
}

type Handler = (value: unknown, window: BrowserWindow) => Promise<unknown>;

class RefusedCall extends Error {
  constructor() {
    super('refused');
    this.name = 'RefusedCall';
  }
}

const row =
  <Argument>({ parse, run }: Row<Argument>): Handler =>
  async (value, window) => {
    const argument = parse(value);
    if (argument === undefined) throw new RefusedCall();
    return run(argument, window);
  };

const text =
  (maxLength: number) =>
  (value: unknown): string | undefined =>
    typeof value === 'string' && value.length <= maxLength ? value : undefined;

/** Everything that a page can ask of main; a channel that is not in this table does not exist. */
const shellTable = ({ windows, links, ports, say }: ShellHandlerParts): Readonly<Record<ShellChannel, Handler>> => ({
  [shellChannels.corePort]: row<null>({
    parse: (value) => (value === undefined ? null : undefined),
    run: (_nothing, window) => ports.handOut(window.webContents),
  }),
  [shellChannels.openLink]: row({ parse: text(4_000), run: (url, window) => links.open(url, window) }),
  [shellChannels.openSignIn]: row({ parse: text(4_000), run: (url, window) => links.openSignIn(url, window) }),
  [shellChannels.pickFile]: row<'import' | 'image'>({
    parse: (value) => (value === 'import' || value === 'image' ? value : undefined),
    run: (purpose, window) => pickFile(purpose, window, say),
  }),
  [shellChannels.pickSaveTarget]: row({ parse: text(300), run: (name, window) => pickSaveTarget(name, window, say) }),
  [shellChannels.openWindow]: row({
    parse: (value) => parseTarget(value) ?? undefined,
    run: (target) => void windows.openSecondary(target),
  }),
  [shellChannels.setZoom]: row({
    parse: (value) => (isZoom(value) ? value : undefined),
    run: (percent) => windows.setZoom(percent),
  }),
  [shellChannels.setTheme]: row({
    parse: (value) => (isTheme(value) ? value : undefined),
    run: (theme) => windows.setTheme(theme),
  }),
  [shellChannels.copyText]: row({ parse: text(1_000_000), run: (copied) => clipboard.writeText(copied) }),
});

/** Registers the table. Each call is answered only for the main frame of one of our windows that shows our page. */
export function installShellHandlers(parts: ShellHandlerParts): void {
  for (const [channel, handler] of Object.entries(shellTable(parts))) {
    ipcMain.handle(channel, async (event: IpcMainInvokeEvent, ...values: readonly unknown[]) => {
      const window = BrowserWindow.fromWebContents(event.sender);
      const isOwn = window !== null && parts.windows.owns(event.sender);
      if (!isOwn || !isTrustedSender(parts.source, event.senderFrame, isOwn) || values.length > 1) {
        throw new RefusedCall();
      }
      return handler(values[0], window);
    });
  }
}
