/** What the page may ask of the main process: windows and the desktop, never data. Exposed as `window.shell` by the preload. */
export interface ShellApi {
  /** What this window was opened for. */
  readonly context: ShellContext;
  /** Asks the person, then opens a link in the system browser. Only https, http and mailto; all else is refused. */
  openLink(url: string): Promise<{ opened: boolean }>;
  /** Opens the sign-in page that the core named, without asking. */
  openSignIn(url: string): Promise<{ opened: boolean }>;
  /** Shows the system's dialog; null when the person closes it. */
  pickFile(purpose: 'import' | 'image'): Promise<PickedFile | null>;
  pickSaveTarget(suggestedName: string): Promise<string | null>;
  /** Opens a workspace or a conversation in a window of its own. */
  openWindow(target: WindowTarget): Promise<void>;
  /** Shows or hides text of the window's title, and the unread count of the tray. */
  setZoom(percent: number): void;
  setTheme(theme: 'system' | 'light' | 'dark'): void;
  /** Commands from the menu, a notification, the tray or a second start. Returns what stops listening. */
  onCommand(listener: (command: ShellCommand) => void): () => void;
  /** Puts text on the clipboard. */
  copyText(text: string): void;
}

export interface WindowTarget {
  readonly workspaceId: string | null;
  readonly conversationId: string | null;
}

export interface ShellContext {
  readonly platform: 'linux' | 'darwin' | 'win32';
  readonly systemLanguage: string;
  readonly target: WindowTarget;
  readonly isSecondary: boolean;
}

/** `path` is for operations that read a file in the core; `bytes` only for images, at most 20 MB. */
export interface PickedFile {
  readonly path: string;
  readonly name: string;
  readonly mime: string;
  readonly base64: string | null;
}

export type ShellCommand =
  | { readonly type: 'openConversation'; readonly workspaceId: string; readonly conversationId: string }
  | { readonly type: 'run'; readonly commandId: string };

/** Name of the message that carries the core's port to the page, and of the event that carries it to the preload. */
export const corePortMessage = 'chorale:core-port';
