import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { embeddedAnswersRole } from '../../src/database/answers-role.ts';
import { readPostmaster } from '../../src/database/embedded/postmaster.ts';
import { acquireEmbeddedServer } from '../../src/database/embedded/server.ts';
import { migrateDatabase } from '../../src/database/migrations.ts';
import { endWithThisProcess } from './end-with-this-process.ts';

declare module 'vitest' {
  interface ProvidedContext {
    serverUrl: string;
    /** The role for answers on that server, which owns nothing. */
    answersAccount: { username: string; password: string };
  }
}

/** Starts one Postgres server for all test files of a run. Each file makes its own databases on it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'steamscope-test-'));
  const server = await acquireEmbeddedServer({ dataFolder });
  const ended = endWithThisProcess(readPostmaster(join(dataFolder, 'postgres'))!.pid);
  project.provide('serverUrl', server.url);
  project.provide('answersAccount', await answersAccount(server.url));
  return async () => {
    await server.release();
    ended();
    await rm(dataFolder, { recursive: true, force: true });
  };
}

/** Makes the role for answers once; roles belong to the whole server, and tests run side by side. */
async function answersAccount(serverUrl: string): Promise<{ username: string; password: string }> {
  const { url, answersRole } = embeddedAnswersRole(serverUrl);
  await migrateDatabase(serverUrl, { answersRole });
  const { username, password } = new URL(url);
  return { username, password };
}
