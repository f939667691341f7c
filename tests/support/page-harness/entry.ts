import type { ShellApi } from '@shared/contract/shell';
import { createFakeCore, type FakeCoreOptions } from './fake-core';

const ask = new URLSearchParams(window.location.search);
const number = (name: string, fallback: number): number => Number(ask.get(name) ?? fallback);

const shell: ShellApi = {
  context: {
    platform: 'linux',
    systemLanguage: ask.get('lang') ?? 'en',
    target: { workspaceId: null, conversationId: null },
    isSecondary: false,
  },
  openLink: () => Promise.resolve({ opened: true }),
  openSignIn: () => Promise.resolve({ opened: true }),
  pickFile: () =>
    Promise.resolve({ path: '/home/deniz/konusmalar.jsonl', name: 'konusmalar.jsonl', mime: '', base64: null }),
  pickSaveTarget: (name) => Promise.resolve(`/home/deniz/${name}`),
  openWindow: () => Promise.resolve(),
  setZoom: () => undefined,
  setTheme: () => undefined,
  onCommand: () => () => undefined,
  copyText: () => undefined,
};

const core = createFakeCore({
  rows: number('rows', 40),
  workspaces: number('workspaces', 6),
  entries: number('entries', 7),
  settings: {
    theme: (ask.get('theme') ?? 'light') as 'light' | 'dark',
    language: (ask.get('lang') ?? 'en') as 'en' | 'tr',
    density: (ask.get('density') ?? 'comfortable') as 'comfortable' | 'compact',
    ...(ask.has('askspell') ? { spellcheckDownload: null } : {}),
  },
  keychain: (ask.get('keychain') ?? 'ready') as FakeCoreOptions['keychain'],
  storage: (ask.get('storage') ?? 'ok') as FakeCoreOptions['storage'],
  isOffline: ask.has('offline'),
});

Object.defineProperty(window, 'shell', { value: shell });
await import('../../../renderer/main');
core.connect(window);
