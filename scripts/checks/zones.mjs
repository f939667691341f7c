/**
 * Who may import whom. The first zone whose `folder` starts a path owns it; `*` stands for one folder name, and a zone with
 * `*` is many zones that do not know each other. `may` names zones beside the zone itself, `types` zones of which types
 * alone may be taken, `files` single files beside them, `packages` npm packages, `node` whether Node's built-in modules are there.
 * The walker (layers.mjs) and the lint rules (lint-config.mjs) both read this table.
 *
 * @type {readonly { name: string, folder: string, may: readonly string[], types?: readonly string[],
 *   packages: readonly string[], node: boolean, files?: readonly string[], segment?: string }[]}
 */
export const zones = [
  { name: 'shared', folder: 'shared/', may: [], packages: ['zod', 'temporal-polyfill'], node: false },
  {
    name: 'preload',
    folder: 'electron/preload/',
    may: [],
    types: ['shared'],
    files: ['shared/contract/operations.ts', 'shared/contract/shell.ts', 'shared/contract/shell-channels.ts'],
    packages: ['electron'],
    node: false,
  },
  {
    name: 'main',
    folder: 'electron/main/',
    may: ['shared'],
    packages: ['electron', 'electron-log', 'electron-updater'],
    node: true,
  },
  { name: 'keychain', folder: 'electron/keychain/', may: ['shared'], packages: ['keytar'], node: false },
  {
    name: 'core/contract',
    folder: 'electron/core/contract/',
    segment: 'contract',
    may: ['core/services', 'core/ports', 'shared'],
    types: ['core/reader', 'core/sync'],
    packages: ['zod'],
    node: false,
  },
  {
    name: 'core/services',
    folder: 'electron/core/services/',
    segment: 'services',
    may: ['core/repositories', 'connectors/core', 'core/ports', 'shared'],
    types: ['core/db', 'core/reader', 'core/sync'],
    files: [...databaseHandles(), 'electron/core/db/disk-trouble.ts'],
    packages: ['zod', 'temporal-polyfill'],
    node: true,
  },
  {
    name: 'core/sync',
    folder: 'electron/core/sync/',
    segment: 'sync',
    may: ['core/services', 'core/repositories', 'connectors/core', 'core/ports', 'shared'],
    types: ['core/db', 'core/reader'],
    files: databaseHandles(),
    packages: ['cockatiel'],
    node: true,
  },
  {
    name: 'connectors/core',
    folder: 'electron/core/connectors/core/',
    segment: 'connectors/core',
    may: ['core/ports', 'shared'],
    packages: ['zod', 'cockatiel', 'oauth4webapi'],
    node: true,
  },
  {
    name: 'connectors/<network>',
    folder: 'electron/core/connectors/*/',
    may: ['connectors/core', 'core/ports', 'shared'],
    packages: ['zod', 'oauth4webapi', '@atproto/api', 'better-sqlite3'],
    node: true,
  },
  {
    name: 'core/repositories',
    folder: 'electron/core/db/*/repositories/',
    segment: 'repositories',
    may: ['core/db', 'core/ports', 'shared'],
    packages: ['drizzle-orm', 'better-sqlite3'],
    node: false,
  },
  {
    name: 'core/db',
    folder: 'electron/core/db/',
    segment: 'db',
    may: ['core/repositories', 'core/ports', 'shared'],
    packages: ['drizzle-orm', 'better-sqlite3', 'uuidv7', 'zod'],
    node: true,
  },
  {
    name: 'core/ports',
    folder: 'electron/core/ports/',
    segment: 'ports',
    may: ['shared'],
    packages: ['electron-log', 'uuidv7', 'zod'],
    node: true,
  },
  {
    name: 'core/reader',
    folder: 'electron/core/reader/',
    segment: 'reader',
    may: ['core/db', 'core/repositories', 'core/services', 'core/ports', 'shared'],
    packages: ['zod'],
    node: true,
  },
  {
    name: 'core/app',
    folder: 'electron/core/',
    segment: 'app',
    may: [
      ...['core/contract', 'core/services', 'core/sync', 'connectors/core', 'connectors/<network>'],
      ...['core/repositories', 'core/db', 'core/ports', 'core/reader', 'shared'],
    ],
    // better-sqlite3: the profile's lock is a lock of SQLite.
    packages: ['zod', 'uuidv7', 'electron-log', 'better-sqlite3'],
    node: true,
  },
  {
    name: 'renderer/features/<feature>',
    folder: 'renderer/features/*/',
    may: ['renderer/shared', 'shared'],
    packages: pagePackages(),
    node: false,
  },
  {
    name: 'renderer/entry',
    folder: 'renderer/main.tsx',
    may: ['renderer/app', 'renderer/shared', 'shared'],
    packages: pagePackages(),
    node: false,
  },
  {
    name: 'renderer/app',
    folder: 'renderer/app/',
    may: ['renderer/features/<feature>', 'renderer/shared', 'shared'],
    packages: pagePackages(),
    node: false,
  },
  {
    name: 'renderer/shared',
    folder: 'renderer/',
    may: ['shared'],
    packages: pagePackages(),
    node: false,
  },
];

/** What a use case needs of the databases beside their repositories: the handles and their transactions. */
function databaseHandles() {
  return ['electron/core/db/agency/agency-db.ts', 'electron/core/db/workspace/workspace-db.ts'];
}

/** What may run in the page; a pattern ends with "*". */
function pagePackages() {
  return [
    ...[
      'react',
      'react/*',
      'react-dom',
      'react-dom/*',
      'react-i18next',
      'i18next',
      'zustand',
      'zustand/*',
      'zod',
      'dayjs',
      'dayjs/*',
    ],
    ...[
      '@mantine/*',
      '@tabler/icons-react',
      '@tanstack/*',
      '@codemirror/*',
      '@dnd-kit/*',
      '@fontsource-variable/inter',
      '@fontsource-variable/inter/*',
    ],
    ...[
      '@leeoniya/ufuzzy',
      'tinykeys',
      'unicode-emoji-json',
      'unicode-emoji-json/*',
      'emojilib',
      'emojilib/*',
      'temporal-polyfill',
    ],
  ];
}

/** Packages that one zone or another may not touch; lint names them one by one. */
export const guardedPackages = [
  'electron',
  'better-sqlite3',
  'keytar',
  'drizzle-orm',
  'electron-log',
  'electron-updater',
  '@atproto/api',
  'react',
];

/** True when `specifier` is one of the packages of a zone, or a file inside one ("drizzle-orm/sqlite-core"). */
export function isPackageOf(zone, specifier) {
  return zone.packages.some((name) =>
    name.endsWith('*')
      ? specifier.startsWith(name.slice(0, -1))
      : specifier === name || specifier.startsWith(`${name}/`),
  );
}

/** The zone that owns a path, with `key` telling apart the zones that one `*` stands for. */
export function zoneOf(path) {
  for (const zone of zones) {
    const match = folderPattern(zone.folder).exec(path);
    if (match) return { zone, key: match[0] };
  }
  return undefined;
}

function folderPattern(folder) {
  return new RegExp(`^${folder.replaceAll('*', '[^/]+')}`);
}
