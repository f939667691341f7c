import { describe, expect, it } from 'vitest';
import { rules, scanFile, scanSources } from '../../../scripts/checks/security-scan.mjs';
import { temporaryTree } from './temporary-tree';

/** One bad line per rule, put together so that no scan of this repository takes it for real code. */
const badLines: Readonly<Record<string, string>> = {
  'node-integration': 'const prefs = { nodeIntegration: true };',
  'context-isolation': 'const prefs = { contextIsolation: false };',
  'sandbox-off': 'const prefs = { sandbox: false };',
  'web-security': 'const prefs = { webSecurity: false };',
  experimental: 'const prefs = { experimentalFeatures: true };',
  webview: 'const page = <webview src={url} />;',
  'remote-module': "import remote from '@electron/remote';",
  eval: 'eval(text);',
  html: 'element.innerHTML = text;',
  'open-external': 'void shell.openExternal(url);',
  'plain-http': "await fetch('http://example.org/feed');",
  'child-process': "import { spawn } from 'node:child_process';",
  certificates: 'const agent = { rejectUnauthorized: false };',
  'file-scheme': "void window.loadFile('index.html');",
  'ipc-exposed': "contextBridge.exposeInMainWorld('ipc', ipcRenderer);",
  'safe-storage': "app.commandLine.appendSwitch('password-store', 'basic');",
  'sql-text': 'db.exec(`delete from drafts where id = ${id}`);',
  suppression: '// @ts-ignore',
};

const idsFor = (path: string, text: string): readonly string[] =>
  scanFile({ path, text }).map((problem: string) => problem.replace(/^.*: ([\w-]+) \(.*$/, '$1'));

describe('security scan', () => {
  it.each(rules.map(({ id }) => id))('flags a planted violation of the rule %s', (id) => {
    expect(idsFor('electron/core/services/outbox/send.ts', badLines[id] ?? '')).toContain(id);
  });

  it('reads the files of the product, with the place of each problem', () => {
    const root = temporaryTree({
      'renderer/components/Bad.tsx': `const a = 1;\n${badLines.html}\n`,
      'shared/domain/good.ts': 'export {};',
    });
    const { problems, looked } = scanSources(root);
    expect(looked).toBe(2);
    expect(problems).toEqual(['renderer/components/Bad.tsx:2: html (turns text into markup)']);
  });

  it('lets the one file open links that is there for it', () => {
    expect(idsFor('electron/main/platform/open-link.ts', badLines['open-external'] ?? '')).toEqual([]);
  });

  it('lets addresses of this machine be written without encryption, and no look-alike of them', () => {
    expect(idsFor('electron/core/x.ts', "const url = 'http://127.0.0.1:8080/callback';")).toEqual([]);
    expect(idsFor('electron/core/x.ts', "const url = 'http://127.0.0.1.example.org/';")).toEqual(['plain-http']);
  });

  it('accepts a suppression that says why, on its own line', () => {
    expect(idsFor('electron/core/x.ts', '// oxlint-disable-next-line no-console -- the driver answers here')).toEqual(
      [],
    );
    expect(idsFor('electron/core/x.ts', '// oxlint-disable-next-line no-console')).toEqual(['suppression']);
  });
});
