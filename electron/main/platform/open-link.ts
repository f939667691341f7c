import { dialog, shell } from 'electron';
import type { BrowserWindow } from 'electron';
import type { Say } from '../app/texts';
import { judgeLink } from './link-rules';

/** The only place that hands an address to the system. */
export interface LinkOpener {
  /** Asks the person first. */
  open(address: unknown, window: BrowserWindow): Promise<{ opened: boolean }>;
  /** Opens an address without asking where the core named it as a sign-in page just before; asks otherwise. */
  openSignIn(address: unknown, window: BrowserWindow): Promise<{ opened: boolean }>;
  /** Notes a sign-in page that the core named. */
  expectSignIn(address: string): void;
}

const notOpened = { opened: false } as const;

/** Sign-ins that can be under way at once; an older one is asked about. */
const mostExpected = 8;

export function createLinkOpener(say: Say): LinkOpener {
  let expected: readonly string[] = [];

  const launch = async (url: string): Promise<{ opened: boolean }> => {
    try {
      await shell.openExternal(url);
      return { opened: true };
    } catch {
      return notOpened;
    }
  };

  const ask = async (window: BrowserWindow, message: string, detail: string): Promise<boolean> => {
    const { response } = await dialog.showMessageBox(window, {
      type: 'question',
      message,
      detail,
      buttons: [say('open'), say('cancel')],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    });
    return response === 0;
  };

  const open = async (address: unknown, window: BrowserWindow): Promise<{ opened: boolean }> => {
    const verdict = judgeLink(address);
    if (verdict.kind === 'refused') return notOpened;
    if (verdict.kind === 'mail') {
      const isWanted = await ask(window, say('mailQuestion', { address: verdict.address }), verdict.url);
      return isWanted ? launch(verdict.url) : notOpened;
    }
    const warnings = [
      verdict.readsAs === null ? null : say('linkReadsAs', { name: verdict.readsAs }),
      verdict.isEncrypted ? null : say('linkPlain'),
    ].filter((each) => each !== null);
    const isWanted = await ask(
      window,
      say('linkQuestion', { host: verdict.host }),
      [verdict.url, ...warnings].join('\n\n'),
    );
    return isWanted ? launch(verdict.url) : notOpened;
  };

  return {
    open,
    async openSignIn(address, window) {
      const verdict = judgeLink(address);
      if (verdict.kind !== 'web') return notOpened;
      if (!expected.includes(verdict.url)) return open(address, window);
      if (verdict.isEncrypted || verdict.isLoopback) return launch(verdict.url);
      const isWanted = await ask(window, say('signInPlain', { host: verdict.host }), verdict.url);
      return isWanted ? launch(verdict.url) : notOpened;
    },
    expectSignIn(address) {
      const verdict = judgeLink(address);
      if (verdict.kind === 'web') expected = [...expected, verdict.url].slice(-mostExpected);
    },
  };
}
