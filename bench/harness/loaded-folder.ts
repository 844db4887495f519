import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../test/support/program.ts';
import { SETTINGS } from './raw-data.ts';

/** A data folder with a served data set. */
export interface LoadedFolder {
  path: string;
  remove(): Promise<void>;
}

/**
 * A loaded data folder: the one that BENCH_DATA_FOLDER names, which `remove` leaves alone, or else a new one with the raw
 * files loaded into it.
 *
 * @throws Error if the files cannot be loaded
 */
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
