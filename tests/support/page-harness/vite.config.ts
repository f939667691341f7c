import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const here = import.meta.dirname;
const root = resolve(here, '../../..');

/** Parts of the page that are not written yet show their name, so that the others can be looked at. */
const missingParts = (): Plugin => ({
  name: 'missing-parts',
  enforce: 'pre',
  resolveId(source, importer) {
    if (importer === undefined || !/\/renderer\/(app|features)\//.test(importer)) return null;
    const file = source.startsWith('.') ? resolve(dirname(importer), source) : source;
    if (!/\/renderer\/(app|features)\/[\w/-]+$/.test(file)) return null;
    const isThere = ['', '.tsx', '.ts', '/index.ts'].some((ending) => existsSync(`${file}${ending}`));
    return isThere ? null : `\0missing:${file}`;
  },
  load(id) {
    if (!id.startsWith('\0missing:')) return null;
    const name = id.split('/').at(-1) ?? '';
    return `import { createElement } from 'react'; export const ${name} = () => createElement('section', { style: { padding: 16 } }, '${name}');`;
  },
});

/** The page on data from memory: `vite build --config …` and open index.html with `?rows=…&lang=…&theme=…`. */
export default defineConfig({
  root: here,
  base: './',
  plugins: [missingParts(), react()],
  resolve: { alias: { '@shared': resolve(root, 'shared'), '@renderer': resolve(root, 'renderer') } },
  build: {
    outDir: resolve(root, 'out/page-harness'),
    emptyOutDir: true,
    minify: true,
    target: 'es2023',
    rolldownOptions: { shimMissingExports: true },
  },
  server: { port: 5179, strictPort: false, fs: { allow: [root] } },
});
