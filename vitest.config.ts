import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;
const alias = { '@shared': resolve(root, 'shared'), '@renderer': resolve(root, 'renderer') };
const suite = (name: string, include: string[], extra: Record<string, unknown> = {}) => ({
  resolve: { alias },
  test: { name, include, environment: 'node' as const, ...extra },
});

/** One project per kind of test; `npm test` runs them one after the other and adds up what ran. */
export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      suite('unit', ['tests/unit/**/*.test.{ts,tsx}']),
      suite('integration', ['tests/integration/**/*.test.ts'], { testTimeout: 30_000 }),
      suite('migrations', ['tests/migrations/**/*.test.ts'], { testTimeout: 30_000 }),
      suite('keychain', ['tests/keychain/**/*.test.ts'], { testTimeout: 60_000, fileParallelism: false }),
      suite('connectors', ['tests/connectors/**/*.test.ts'], {
        testTimeout: 120_000,
        hookTimeout: 600_000,
        fileParallelism: false,
      }),
      suite('e2e', ['tests/e2e/**/*.test.ts'], { testTimeout: 180_000, hookTimeout: 180_000, fileParallelism: false }),
    ],
  },
});
