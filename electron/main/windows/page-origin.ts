import { appOrigin, entryUrl } from './app-scheme';

/** Where the page comes from: the app's own files, or the development server on this machine. */
export interface PageSource {
  readonly entryUrl: string;
  readonly origin: string;
  readonly isDevelopment: boolean;
}

/** The development server counts only in an app that is not packaged, and only on this machine. */
export function choosePageSource(isPackaged: boolean, developmentUrl: string | undefined): PageSource {
  const built: PageSource = { entryUrl, origin: appOrigin, isDevelopment: false };
  if (isPackaged || developmentUrl === undefined || !URL.canParse(developmentUrl)) return built;
  const url = new URL(developmentUrl);
  if (url.protocol !== 'http:' || !['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)) return built;
  return { entryUrl: url.href, origin: url.origin, isDevelopment: true };
}

/** Whether an address lies in the page's own origin. */
function isOwnAddress(source: PageSource, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return `${url.protocol}//${url.host}` === source.origin && url.username === '' && url.password === '';
}

/** Whether a request of the page may leave: its own files and what is already in memory, nothing else. */
export function mayRequest(source: PageSource, address: string): boolean {
  if (/^(?:data|blob):/i.test(address)) return true;
  if (isOwnAddress(source, address)) return true;
  if (!source.isDevelopment) return false;
  return /^(?:devtools|chrome-extension):/.test(address) || isOwnAddress(source, address.replace(/^ws:/, 'http:'));
}

/** Whether the page may go there by itself: only its own entry, which is a reload. */
export const mayNavigate = (source: PageSource, address: string, isMainFrame: boolean): boolean =>
  isMainFrame && address.replace(/#.*$/, '') === source.entryUrl;

/** The parts of a frame that tell who sends. */
export interface SenderFrame {
  readonly url: string;
  readonly parent: unknown;
}

/** Whether a message may be believed: from the main frame of one of our windows, showing our page. */
export function isTrustedSender(
  source: PageSource,
  frame: SenderFrame | null | undefined,
  isOwnWindow: boolean,
): boolean {
  return (
    isOwnWindow && frame !== null && frame !== undefined && frame.parent === null && isOwnAddress(source, frame.url)
  );
}
