import { describe } from 'vitest';
import { testTwoProcesses } from '../support/two-processes.ts';

describe('two processes on one database', () => {
  testTwoProcesses(async ({ url }) => ({ settings: { DATABASE_URL: url }, end: async () => {} }));
});
