import { constants } from 'node:fs';
import { access, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { shownBytes } from './bytes.ts';
import { type Finding, ok, reasonOf, warning, wrong } from './check.ts';

/** Two data sets of Steam's size, as every refresh has for a while, take 0.5 GB; the server's own log may take the rest. */
const ROOMY = 2e9;

/** A new database with the sample takes half of it. */
const LEAST = 200e6;

/** What is asked of a file system; `statfs` of Node's. */
export type Room = (folder: string) => Promise<{ bavail: number; bsize: number }>;

/** Whether there is room, and the right to write, where the embedded server and downloads lie. */
export async function checkDisk(dataFolder: string, room: Room = statfs): Promise<Finding> {
  const folder = await nearestFolder(dataFolder);
  try {
    await access(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    return wrong(
      `${folder} cannot be written to (${reasonOf(error)})`,
      'Give this user the right to it, or set DATA_FOLDER to another folder, such as /var/lib/steamscope',
    );
  }
  const { bavail, bsize } = await room(folder);
  const free = bavail * bsize;
  const shown = `${shownBytes(free)} free for ${dataFolder}`;
  const cure = 'Make room, or set DATA_FOLDER to a folder on another disk, such as /srv/steamscope';
  if (free < LEAST) return wrong(`${shown}, which is too little`, cure);
  if (free < ROOMY) return warning(`${shown}; a large data set needs ${shownBytes(ROOMY)}`, cure);
  return ok(shown);
}

/** The folder itself, or where it would be made. */
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
