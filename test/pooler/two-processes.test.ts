import { describe } from 'vitest';
import { testTwoProcesses } from '../support/two-processes.ts';
import { startPgbouncer } from './pgbouncer.ts';

describe('two processes behind pgbouncer in transaction mode', () => {
  testTwoProcesses(async ({ url }) => {
    const pooler = await startPgbouncer(url);
    return {
      settings: { DATABASE_URL: pooler.url, DATABASE_DIRECT_URL: url },
      end: () => pooler.stop(),
    };
  });
});
