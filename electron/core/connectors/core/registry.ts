import type { ConnectorManifest } from '@shared/domain/manifest';
import type { Connector } from './types';

/** All networks of this build. Manifests are there at once; the code of a network loads when it is first needed. */
export interface ConnectorRegistry {
  readonly manifests: readonly ConnectorManifest[];
  manifest(id: string): ConnectorManifest | null;
  /** Null for a network that this build does not have. */
  load(id: string): Promise<Connector | null>;
}

interface RegistrySources {
  /** By path `../<folder>/manifest.ts`. */
  readonly manifests: Readonly<Record<string, ConnectorManifest>>;
  /** By path `../<folder>/index.ts`. */
  readonly connectors: Readonly<Record<string, () => Promise<Connector>>>;
}

const folderOf = (path: string): string => path.split('/').at(-2) ?? '';

/** Joins what was found. A manifest whose id is not its folder's name, or that has no connector, is a bug of the build. */
export function assembleRegistry({ manifests, connectors }: RegistrySources): ConnectorRegistry {
  const byId = new Map<string, ConnectorManifest>();
  for (const [path, manifest] of Object.entries(manifests)) {
    const folder = folderOf(path);
    if (manifest.id !== folder) throw new Error(`${path}: the id is ${manifest.id}, the folder ${folder}`);
    byId.set(folder, manifest);
  }
  const loaders = new Map(Object.entries(connectors).map(([path, load]) => [folderOf(path), load]));
  for (const id of new Set([...byId.keys(), ...loaders.keys()]))
    if (!byId.has(id) || !loaders.has(id)) throw new Error(`connector ${id} lacks its manifest.ts or its index.ts`);
  const loading = new Map<string, Promise<Connector>>();
  return {
    manifests: [...byId.values()].toSorted((left, right) => left.label.localeCompare(right.label, 'en')),
    manifest: (id) => byId.get(id) ?? null,
    async load(id) {
      const loader = loaders.get(id);
      if (loader === undefined) return null;
      const started = loading.get(id) ?? loader();
      loading.set(id, started);
      try {
        return await started;
      } catch (error) {
        loading.delete(id);
        throw error;
      }
    },
  };
}

/** Every folder beside this one that is not the template is a network; no list is edited. */
export const createRegistry = (): ConnectorRegistry =>
  assembleRegistry({
    manifests: import.meta.glob<ConnectorManifest>(['../*/manifest.ts', '!../_template/manifest.ts'], {
      eager: true,
      import: 'manifest',
    }),
    connectors: import.meta.glob<Connector>(['../*/index.ts', '!../_template/index.ts'], { import: 'connector' }),
  });
