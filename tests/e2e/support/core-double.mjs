// Stands in for the core where a test needs one that fails on command. Speaks what shared/domain/process-messages.ts and
// shared/contract/wire.ts describe. `double.json` in the profile says how it starts; the page steers it through `double.*` calls.
import { appendFileSync, existsSync, readFileSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const parent = process.parentPort;
const clients = new Set();
let profileDir = '';
let unread = 0;
let plan = {};
const settings = {
  language: 'system',
  theme: 'system',
  density: 'comfortable',
  zoomPercent: 100,
  notifications: { isOn: true, showsText: true, quietHours: null },
  spellcheckDownload: null,
};

/** Kept in the profile, as the core keeps them. */
const settingsFile = () => join(profileDir, 'double-settings.json');
const note = (entry) => appendFileSync(join(profileDir, 'double.log'), `${JSON.stringify(entry)}\n`);
const emit = (event, payload) => {
  for (const port of clients) port.postMessage({ event, payload });
};

/** Waits for `double-go` in the profile, so that a test can get ready first. */
const onceAllowed = (work) => {
  const isAllowed = () => existsSync(join(profileDir, 'double-go'));
  const watcher = watch(profileDir, () => {
    if (!isAllowed()) return;
    watcher.close();
    work();
  });
  if (isAllowed()) {
    watcher.close();
    work();
  }
};

const operations = {
  'agency.get': () => ({ profileId: 'double', settings }),
  'agency.updateSettings': (change) => {
    Object.assign(settings, change);
    writeFileSync(settingsFile(), JSON.stringify(settings));
    emit('agency:changed', {});
    return settings;
  },
  'workspaces.total': () => ({ open: 0, unread, held: 0, queued: 0 }),
  'diagnostics.report': () => ({ text: 'report of the double' }),
  'double.pid': () => process.pid,
  'double.clients': () => clients.size,
  'double.exit': () => process.exit(9),
  'double.emit': ({ event, payload }) => emit(event, payload),
  'double.setUnread': ({ count }) => {
    unread = count;
    emit('workspaces:changed', { workspaceId: null });
  },
  'double.signIn': ({ url }) => parent.postMessage({ type: 'sign-in', url }),
  'double.keychain': ({ helperId, type }) => parent.postMessage({ type, helperId }),
};

parent.on('message', ({ data, ports }) => {
  if (data.type === 'init') {
    profileDir = data.profileDir;
    const file = join(profileDir, 'double.json');
    plan = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
    if (existsSync(settingsFile())) Object.assign(settings, JSON.parse(readFileSync(settingsFile(), 'utf8')));
    note({ type: 'init', pid: process.pid, locale: data.locale, isPackaged: data.isPackaged });
    if (plan.crashes) process.exit(9);
    else if (plan.refuses) onceAllowed(() => parent.postMessage({ type: 'refused', error: plan.refuses }));
    else parent.postMessage({ type: 'ready', profileId: 'double' });
    return;
  }
  note({ type: data.type, state: data.state, helperId: data.helperId, ports: ports.length });
  if (data.type === 'quit' && !plan.isDeaf) {
    writeFileSync(join(profileDir, 'double-left'), '');
    parent.postMessage({ type: 'quit-done' });
  }
  if (data.type === 'keychain:port') ports[0].start();
  if (data.type !== 'client') return;
  const [port] = ports;
  clients.add(port);
  port.on('close', () => clients.delete(port));
  port.on('message', (event) => {
    const { id, op, input } = event.data;
    const value = operations[op]?.(input) ?? null;
    port.postMessage({ id, ok: true, value });
  });
  port.start();
});
