import { describe, expect, it } from 'vitest';
import { connectorErr } from '../../../../electron/core/connectors/core/errors';
import { assembleRegistry, createRegistry } from '../../../../electron/core/connectors/core/registry';
import type { Connector } from '../../../../electron/core/connectors/core/types';
import { manifest as template } from '../../../../electron/core/connectors/_template/manifest';

const named = (id: string) => ({ ...template, id });
const connectorOf = (id: string): Connector => ({
  manifest: named(id),
  signIn: async () => connectorErr('unsupported'),
  connect: () => {
    throw new Error('not used here');
  },
});

describe('the registry of networks', () => {
  it('finds every network by its folder and never offers the template', async () => {
    const registry = createRegistry();
    const ids = registry.manifests.map(({ id }) => id);
    expect(ids).toContain('bluesky');
    expect(ids).not.toContain('_template');
    for (const id of ids) expect((await registry.load(id))?.manifest).toEqual(registry.manifest(id));
    expect(await registry.load('nowhere')).toBeNull();
    expect(registry.manifest('nowhere')).toBeNull();
  }, 60_000);

  it('loads the code of a network when it is first needed, once', async () => {
    let loads = 0;
    const registry = assembleRegistry({
      manifests: { '../first/manifest.ts': named('first') },
      connectors: {
        '../first/index.ts': async () => {
          loads += 1;
          return connectorOf('first');
        },
      },
    });
    expect(loads).toBe(0);
    await Promise.all([registry.load('first'), registry.load('first')]);
    expect(loads).toBe(1);
  });

  it('tries again after a failed load', async () => {
    let loads = 0;
    const registry = assembleRegistry({
      manifests: { '../first/manifest.ts': named('first') },
      connectors: {
        '../first/index.ts': async () => {
          loads += 1;
          if (loads === 1) throw new Error('disk');
          return connectorOf('first');
        },
      },
    });
    await expect(registry.load('first')).rejects.toThrow('disk');
    expect((await registry.load('first'))?.manifest.id).toBe('first');
  });

  it('refuses a manifest whose id is not its folder, and a folder that is only half a connector', () => {
    const loader = async () => connectorOf('first');
    expect(() =>
      assembleRegistry({
        manifests: { '../first/manifest.ts': named('second') },
        connectors: { '../first/index.ts': loader },
      }),
    ).toThrow('second');
    expect(() => assembleRegistry({ manifests: {}, connectors: { '../first/index.ts': loader } })).toThrow('first');
    expect(() => assembleRegistry({ manifests: { '../first/manifest.ts': named('first') }, connectors: {} })).toThrow(
      'first',
    );
  });
});
