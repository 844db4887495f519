import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Program, run } from '../support/program.ts';

let settings: Record<string, string>;
const ask = ['ask', 'users-recommend', '--year', '2014', '--json'];

beforeAll(async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'steamscope-killed-'));
  settings = { DATA_FOLDER: dataFolder };
  expect((await run(['refresh'], settings)).status).toBe(0);
});
afterAll(() => rm(settings.DATA_FOLDER!, { recursive: true, force: true }));

/** Kills the server's process, whose id is in a file that Postgres writes. */
async function killServer(): Promise<void> {
  const file = await readFile(join(settings.DATA_FOLDER!, 'postgres', 'postmaster.pid'), 'utf8');
  process.kill(Number(file.split('\n')[0]), 'SIGKILL');
}

// Rounds of chaos and a test on the real data kill a refresh earlier.
test('after a kill of the program and the database server in phase publish, ask answers from the old data set, and the next refresh works', async () => {
  const before = await run(ask, settings);
  const program = new Program(['refresh', '--reload'], settings);
  await program.said(/"phase":"publish"/);
  program.child.kill('SIGKILL');
  await killServer();
  await program.ended();

  const after = await run(ask, settings);
  expect(after.status).toBe(0);
  expect(after.stdout).toBe(before.stdout);
  expect((await run(['refresh', '--reload'], settings)).status).toBe(0);
});
