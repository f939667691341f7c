// What `electron <folder>` runs where Electron came without a default app: opens the app of that folder.
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const target = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (target === undefined) {
  process.stderr.write('usage: electron <folder of an app>\n');
  process.exit(1);
}

Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
app.on('window-all-closed', () => {
  if (app.listenerCount('window-all-closed') === 1) app.quit();
});

const { file, dir, about } = findApp(resolve(target));
app.setAppPath(dir);
if (about.productName ?? about.name) app.setName(about.productName ?? about.name);
if (about.version) app.setVersion(about.version);
await import(pathToFileURL(file).href);

function findApp(path) {
  if (/\.[cm]?js$/.test(path)) return { file: path, dir: dirname(path), about: {} };
  const manifest = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
  return { file: join(path, manifest.main ?? 'index.js'), dir: path, about: manifest };
}
