import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rename, rm, statfs, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type DiskSpace, diskRoom } from '../../platform/disk-room.ts';
import { EmbeddedServerError } from './embedded-server-error.ts';

/**
 * The bytes of the ballast: a file of no use that is deleted when the disk is full. Two segments of the write-ahead log fit
 * in its place, which is enough to start the server and to hide or erase a person.
 */
const BALLAST_BYTES = 32 * 1024 ** 2;

/** The free bytes under which a server may not be able to start or to take a connection: it writes a few small files. */
const TOO_FEW_BYTES = 2e6;

/** The free bytes under which not even the files of a new connection can be written. */
const NOTHING_BYTES = 256 * 1024;

/** The path of the ballast in a data folder. */
function ballastPath(dataFolder: string): string {
  return path.join(dataFolder, 'ballast');
}

/** Makes the ballast, where there is room for it and it is missing. A failure is of no importance. */
export async function keepBallast(dataFolder: string, space: DiskSpace = statfs): Promise<void> {
  const file = ballastPath(dataFolder);
  try {
    if (existsSync(file) || (await diskRoom(dataFolder, space)).room < BALLAST_BYTES) return;
    // Some file systems keep zeros without taking room for them, so the bytes are random.
    await writeFile(`${file}.unfinished`, randomBytes(BALLAST_BYTES), { mode: 0o600 });
    await rename(`${file}.unfinished`, file);
  } catch {
    await rm(`${file}.unfinished`, { force: true }).catch(() => {});
  }
}

/** Deletes the ballast. @returns whether there was one */
export async function freeBallast(dataFolder: string): Promise<boolean> {
  return rm(ballastPath(dataFolder)).then(
    () => true,
    () => false,
  );
}

/**
 * Deletes the ballast where the disk is so full that a server could not start.
 *
 * @throws EmbeddedServerError (`disk-full`) where there is no ballast and not even a small file can be written
 */
export async function freeBallastIfFull(dataFolder: string, space: DiskSpace = statfs): Promise<void> {
  const { blocks, bavail, bsize } = await space(dataFolder);
  const free = blocks === 0 ? Number.POSITIVE_INFINITY : bavail * bsize;
  if (free >= TOO_FEW_BYTES || (await freeBallast(dataFolder)) || free >= NOTHING_BYTES) return;
  throw new EmbeddedServerError(
    'disk-full',
    `No space is left on the disk of ${dataFolder}, so the database there cannot be used. Free a few megabytes and try ` +
      'again; everything in its folder downloads may be deleted.',
  );
}
