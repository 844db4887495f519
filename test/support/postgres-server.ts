import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { acquireEmbeddedServer } from '../../src/database/embedded/server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    serverUrl: string;
  }
}

/** Starts one Postgres server for all test files of a run. Each file makes its own databases on it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'steamscope-test-'));
  const server = await acquireEmbeddedServer({ dataFolder });
  project.provide('serverUrl', server.url);
  return async () => {
    await server.release();
    await rm(dataFolder, { recursive: true, force: true });
  };
}
