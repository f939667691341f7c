import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: './electron/core/db/workspace/schema/index.ts',
  out: './resources/migrations/workspace',
});
