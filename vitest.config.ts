import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { PATIENCE_MS } from './test/support/patience.ts';

export default defineConfig({
  test: {
    // Many tests wait for a program, a server or the end of a time limit: one more at once than there are cores.
    maxWorkers: availableParallelism() + 1,
    projects: [
      {
        test: {
          name: 'unit',
          expect: { poll: { timeout: PATIENCE_MS } },
          setupFiles: ['test/support/end-programs.ts'],
          include: ['test/**/*.test.ts'],
          exclude: ['test/real/**', 'test/browser/**', 'test/pooler/**', 'test/monitoring/promtool.test.ts'],
          globalSetup: ['test/support/postgres-server.ts'],
          // Only what hangs reaches these: the slowest test takes a minute on a busy machine.
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'real',
          setupFiles: ['test/support/end-programs.ts'],
          include: ['test/real/**/*.test.ts'],
          globalSetup: ['test/real/loaded-data.ts'],
          testTimeout: 600_000,
          hookTimeout: 600_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'pooler',
          expect: { poll: { timeout: PATIENCE_MS } },
          setupFiles: ['test/support/end-programs.ts'],
          include: ['test/pooler/**/*.test.ts'],
          globalSetup: ['test/support/postgres-server.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'monitoring',
          include: ['test/monitoring/promtool.test.ts'],
          testTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'browser',
          setupFiles: ['test/support/end-programs.ts'],
          include: ['test/browser/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
