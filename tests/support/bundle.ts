import { join, resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../..');

/** Bundles entries for plain Node, as the product's build does, into a folder of the project's cache; answers that folder. */
export async function bundleForNode(name: string, entries: Readonly<Record<string, string>>): Promise<string> {
  const outDir = join(root, '.cache', 'test-bundles', name);
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@shared': join(root, 'shared') } },
    build: {
      ssr: true,
      target: 'node20',
      outDir,
      emptyOutDir: true,
      rollupOptions: {
        input: Object.fromEntries(Object.entries(entries).map(([key, file]) => [key, join(root, file)])),
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  });
  return outDir;
}
