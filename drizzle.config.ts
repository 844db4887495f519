import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: ['./src/database/schema/lasting.ts', './src/database/schema/data-set.ts'],
  out: './drizzle',
});
