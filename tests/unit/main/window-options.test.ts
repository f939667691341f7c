import { describe, expect, it } from 'vitest';
import { windowOptions } from '../../../electron/main/windows/window-options';

const options = windowOptions({
  context: {
    platform: 'linux',
    systemLanguage: 'tr',
    target: { workspaceId: 'w', conversationId: null },
    isSecondary: true,
  },
  preloadFile: '/app/preload.cjs',
  iconFile: '/app/icon.png',
  isDark: true,
  zoomPercent: 120,
  hasDevTools: false,
});

describe('a window', () => {
  it('has exactly these rights, written out', () => {
    expect(options.webPreferences).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      plugins: false,
      spellcheck: true,
      v8CacheOptions: 'bypassHeatCheck',
      devTools: false,
      preload: '/app/preload.cjs',
      zoomFactor: 1.2,
      additionalArguments: [expect.stringMatching(/^--chorale-context=%7B[^ "]+%7D$/)],
    });
  });

  it('is not shown before it has painted, on the ground of its theme', () => {
    expect(options).toMatchObject({ show: false, backgroundColor: '#151513', minWidth: 720, minHeight: 520 });
  });
});
