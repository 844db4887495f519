import { constants } from 'node:fs';
import { access, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { shownBytes } from '../../platform/shown-bytes.ts';
import { type Finding, ok, reasonOf, warning, wrong } from './check.ts';

/**
 * The number of free bytes that is enough for a large data set. During a refresh there are two data sets, which
 * take 0.5 GB at Steam's size; the server's write-ahead log may take the rest.
 */
const ENOUGH_BYTES = 2e9;

/** The number of free bytes that even the sample needs. A new database with it takes half of them. */
const LEAST_BYTES = 200e6;

/** Reads the free space of a folder's file system, in blocks (`bavail`) of `bsize` bytes; Node's `statfs`. */
export type FreeSpace = (folder: string) => Promise<{ bavail: number; bsize: number }>;

/** Checks that the data folder, for the embedded server and downloads, can be written to and has enough space. */
export async function checkDisk(dataFolder: string, freeSpace: FreeSpace = statfs): Promise<Finding> {
  const folder = await nearestFolder(dataFolder);
  try {
    await access(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    return wrong(
      `${folder} cannot be written to (${reasonOf(error)})`,
      'Give this user the right to write there, or set DATA_FOLDER to another folder, such as /var/lib/steamscope',
    );
  }
  const { bavail, bsize } = await freeSpace(folder);
  const free = bavail * bsize;
  const shown = `${shownBytes(free)} free for ${dataFolder}`;
  const cure = 'Make room, or set DATA_FOLDER to a folder on another disk, such as /srv/steamscope';
  if (free < LEAST_BYTES) return wrong(`${shown}, which is too little`, cure);
  if (free < ENOUGH_BYTES)
    return warning(`${shown}; a large data set needs ${shownBytes(ENOUGH_BYTES)}`, cure);
  return ok(shown);
}

/** The folder itself, or the nearest existing folder above it, in which it would be made. */
async function nearestFolder(folder: string): Promise<string> {
  try {
    await access(folder, constants.F_OK);
    return folder;
  } catch (error) {
    const parent = dirname(folder);
    if (reasonOf(error) !== 'ENOENT' || parent === folder) return folder;
    return nearestFolder(parent);
  }
}
