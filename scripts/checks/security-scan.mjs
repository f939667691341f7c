import { productFolders, readSources } from './source-files.mjs';

/**
 * What must not stand in the product's sources. `allowedIn` names the one place where it may; `inFolders` narrows a rule.
 * @type {readonly { id: string, pattern: RegExp, why: string, allowedIn?: RegExp, inFolders?: RegExp }[]}
 */
export const rules = [
  { id: 'node-integration', pattern: /nodeIntegration(InWorker|InSubFrames)?\s*:\s*true/, why: 'gives a page Node' },
  { id: 'context-isolation', pattern: /contextIsolation\s*:\s*false/, why: 'lets a page reach the preload' },
  { id: 'sandbox-off', pattern: /\bsandbox\s*:\s*false/, why: 'takes the renderer out of its sandbox' },
  {
    id: 'web-security',
    pattern: /webSecurity\s*:\s*false|allowRunningInsecureContent\s*:\s*true/,
    why: 'turns the same-origin policy off',
  },
  {
    id: 'experimental',
    pattern: /experimentalFeatures\s*:\s*true|enableBlinkFeatures/,
    why: 'turns unfinished features of Chromium on',
  },
  { id: 'webview', pattern: /webviewTag\s*:\s*true|<webview\b/, why: 'embeds foreign pages' },
  { id: 'remote-module', pattern: /enableRemoteModule|@electron\/remote/, why: 'hands main objects to a page' },
  {
    id: 'eval',
    pattern: /\beval\s*\(|new\s+Function\s*\(|\bvm\.run|from ['"](node:)?vm['"]/,
    why: 'runs text as code',
  },
  {
    id: 'html',
    pattern: /dangerouslySetInnerHTML|\.(inner|outer)HTML\s*=|insertAdjacentHTML|document\.write\s*\(/,
    why: 'turns text into markup',
  },
  {
    id: 'open-external',
    pattern: /shell\s*\.\s*open(External|Path)\b|\bopenExternal\s*[(}]/,
    why: 'opens what a stranger wrote',
    allowedIn: /^electron\/main\/platform\/open-links?\.ts$/,
  },
  {
    id: 'plain-http',
    pattern: /['"`]http:\/\/(?!(127\.0\.0\.1|localhost|\[::1\])([:/?'"`$]|$))/,
    why: 'talks without encryption',
    // The listener of a sign-in, and servers on this machine: the host is checked to be a loopback address.
    allowedIn: /^electron\/core\/connectors\/(core\/loopback|mastodon\/server-address)\.ts$/,
  },
  {
    id: 'child-process',
    pattern: /['"](node:)?child_process['"]/,
    why: 'starts programs',
    allowedIn: /^electron\/core\/ports\/keychain-child\.ts$/,
  },
  {
    id: 'certificates',
    pattern: /rejectUnauthorized\s*:\s*false|NODE_TLS_REJECT_UNAUTHORIZED|certificate-error|ignore-certificate-errors/,
    why: 'accepts any certificate',
    // The list of switches that a start refuses.
    allowedIn: /^electron\/main\/app\/refuse-switches\.ts$/,
  },
  { id: 'file-scheme', pattern: /\.loadFile\s*\(|['"`]file:\/\//, why: 'gives a page the rights of file://' },
  { id: 'ipc-exposed', pattern: /exposeInMainWorld\([^)]*ipcRenderer\s*[,)]/, why: 'hands the whole IPC to a page' },
  { id: 'safe-storage', pattern: /password-store|setUsePlainTextEncryption/, why: 'keeps secrets without a keychain' },
  {
    id: 'sql-text',
    pattern: /\.(exec|prepare)\(\s*`[^`]*\$\{/,
    why: 'builds SQL out of text',
    inFolders: /^electron\/core\/(?!db\/)/,
  },
  {
    id: 'suppression',
    pattern: /@ts-(ignore|nocheck)|(eslint|oxlint)-disable(?!-(next-)?line [\w/-]+ -- )/,
    why: 'silences a check without a reason',
  },
];

/** Looks for every rule in every source file. Answers `{ problems, looked }`. */
export function scanSources(root, folders = productFolders) {
  const files = readSources(root, folders, ['.ts', '.tsx', '.html', '.css', '.cjs', '.mjs', '.js']);
  return { problems: files.flatMap(scanFile), looked: files.length };
}

/** The problems of one file, `path:line: rule (why)`. Comments are read too: an example is copied sooner or later. */
export function scanFile({ path, text }) {
  return text.split('\n').flatMap((line, index) =>
    rules
      .filter((rule) => rule.pattern.test(line))
      .filter((rule) => !rule.allowedIn?.test(path) && (rule.inFolders?.test(path) ?? true))
      .map((rule) => `${path}:${index + 1}: ${rule.id} (${rule.why})`),
  );
}
