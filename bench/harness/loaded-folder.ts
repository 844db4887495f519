import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../test/support/program.ts';
import { SETTINGS } from './raw-data.ts';

/** A data folder in which a data set is served. */
export interface LoadedFolder {
  path: string;
  remove(): Promise<void>;
}

/** That which BENCH_DATA_FOLDER names, and which is left as it is; else one of its own, the raw files loaded into it. */
export async function loadedFolder(): Promise<LoadedFolder> {
  const given = process.env.BENCH_DATA_FOLDER;
  if (given !== undefined) return { path: given, remove: async () => {} };
  const path = await mkdtemp(join(tmpdir(), 'steamscope-bench-'));
  const remove = () => rm(path, { recursive: true, force: true });
  const { status, stderr } = await run(['refresh', '--json'], { ...SETTINGS, DATA_FOLDER: path });
  if (status === 0) return { path, remove };
  await remove();
  throw new Error(`The data could not be loaded: ${stderr.slice(-500)}`);
}
