import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { run } from '../support/program.ts';
import { REAL_SOURCES } from './real-data.ts';

/** The report that `refresh --json` prints at its end. */
export interface LoadedReport {
  games: number;
  users: number;
  libraryRows: number;
  reviews: number;
  seconds: number;
}

declare module 'vitest' {
  interface ProvidedContext {
    realDataFolder: string;
    realReport: LoadedReport;
  }
}

/** Loads the real data once for all test files of a run, through the program's own command. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'steamscope-real-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  const { status, stdout, stderr } = await run(['refresh', '--json'], {
    ...REAL_SOURCES,
    DATA_FOLDER: folder,
  });
  if (status !== 0) {
    await remove();
    throw new Error(`the real data could not be loaded:\n${stderr}`);
  }
  project.provide('realDataFolder', folder);
  project.provide('realReport', JSON.parse(stdout.trim().split('\n').at(-1)!));
  return remove;
}
