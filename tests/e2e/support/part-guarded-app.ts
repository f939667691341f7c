import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const projectDir = resolve(import.meta.dirname, '../../..');

/** Builds the app of part-guarded/main.ts; its guards are chosen by GUARDS in the environment of each start. */
export async function makePartGuardedApp(): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), 'chorale-guards-'));
  await build({
    configFile: false,
    root: projectDir,
    logLevel: 'silent',
    resolve: { alias: { '@shared': join(projectDir, 'shared') } },
    build: {
      ssr: join(import.meta.dirname, 'part-guarded/main.ts'),
      outDir: join(dir, 'out/main'),
      target: 'node20',
      rollupOptions: { external: ['electron'], output: { entryFileNames: 'index.js' } },
    },
  });
  mkdirSync(join(dir, 'out/renderer'), { recursive: true });
  writeFileSync(
    join(dir, 'out/renderer/index.html'),
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bare page</title></head><body></body></html>',
  );
  writeFileSync(
    join(dir, 'package.json'),
    JSON.stringify({ name: 'guards', type: 'module', main: 'out/main/index.js' }),
  );
  return dir;
}
