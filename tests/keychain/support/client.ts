import { resolve } from 'node:path';
import { build } from 'vite';
import { createChildTransport } from '../../../electron/core/ports/keychain-child';
import { createKeychainClient } from '../../../electron/core/ports/keychain-client';
import type { KeychainClient, KeychainClientOptions } from '../../../electron/core/ports/keychain-client';
import { systemClock } from '../../../electron/core/ports/clock';
import type { KeychainProcess } from '../../../electron/core/ports/keychain-transport';
import type { KeychainStatus } from '@shared/domain/keychain-state';

const root = resolve(import.meta.dirname, '../../..');

/** Builds one entry that uses keytar and returns its path; inside node_modules, so that it finds keytar. */
export async function buildForKeychain(source: string, fileName: string): Promise<string> {
  const outDir = resolve(root, 'node_modules/.cache/chorale-keychain');
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    resolve: { alias: { '@shared': resolve(root, 'shared') } },
    build: {
      ssr: resolve(root, source),
      outDir,
      emptyOutDir: false,
      target: 'node20',
      rollupOptions: { external: ['keytar', 'electron'], output: { format: 'es', entryFileNames: fileName } },
    },
  });
  return resolve(outDir, fileName);
}

/** Builds the keychain process alone, from the sources as they are. */
export const buildKeychainEntry = (): Promise<string> => buildForKeychain('electron/keychain/index.ts', 'keychain.mjs');

export interface ClientUnderTest {
  readonly client: KeychainClient;
  /** Every status that was announced, in order. */
  readonly seen: readonly KeychainStatus[];
  /** Whether anything was ever stored, as the agency's database remembers it. */
  readonly memory: { written: boolean };
  /** Every process that was started, running or not. */
  readonly processes: readonly KeychainProcess[];
}

export interface ClientOptions {
  readonly hadCanary?: boolean;
  readonly profileId?: string;
  readonly limits?: KeychainClientOptions['limits'];
}

/** Limits short enough for a test; the shipped ones are ten seconds and one and a half. */
export const shortLimits = { callMs: 5_000, promptAfterMs: 300, recheckMs: 0 } as const;

export function openClient(entry: string, env: NodeJS.ProcessEnv, options: ClientOptions = {}): ClientUnderTest {
  const memory = { written: options.hadCanary ?? false };
  const transport = createChildTransport(entry, env);
  const processes: KeychainProcess[] = [];
  const client = createKeychainClient({
    profileId: options.profileId ?? 'profile-1',
    clock: systemClock,
    limits: { ...shortLimits, ...options.limits },
    memory: {
      wasWritten: () => memory.written,
      remember: () => {
        memory.written = true;
      },
    },
    transport: {
      open() {
        const opened = transport.open();
        processes.push(opened);
        return opened;
      },
    },
  });
  const seen: KeychainStatus[] = [];
  client.onState((status) => seen.push(status));
  return { client, seen, memory, processes };
}

export const acme = { workspaceId: 'acme', channelAccountId: 'bluesky-1' } as const;
export const bolt = { workspaceId: 'bolt', channelAccountId: 'mastodon-1' } as const;
