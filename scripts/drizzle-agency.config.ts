import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: './electron/core/db/agency/schema/index.ts',
  out: './resources/migrations/agency',
});
