import { randomBytes } from 'node:crypto';
import { access, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isDiskFull } from '../../platform/disk-room.ts';
import { NotAFileError, openRegularFile } from '../../platform/regular-file.ts';
import { syncFolder } from '../../platform/sync-folder.ts';
import { BackupError } from './backup-error.ts';
import { MOST_BYTES, tooLarge } from './format.ts';

/**
 * Reads a back-up file.
 *
 * @throws BackupError where it is no file, cannot be read, or is larger than any back-up
 */
export async function readWholeFile(path: string): Promise<Buffer> {
  try {
    const file = await openRegularFile(path);
    try {
      if ((await file.stat()).size > MOST_BYTES) throw tooLarge();
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch (cause) {
    if (cause instanceof BackupError) throw cause;
    const why = cause instanceof NotAFileError ? `: ${cause.message}` : ` (${codeOf(cause)})`;
    throw new BackupError(`${path} cannot be read${why}.`, { cause });
  }
}

/** Whether there is a file or folder at this path. */
export async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/**
 * Writes a file so that it is either complete or not there at all, even after a crash of the machine. Only its
 * owner can read it.
 *
 * @throws BackupError where it cannot be written
 */
export async function writeWholeFile(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.${randomBytes(4).toString('hex')}.part`;
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
    await syncFolder(dirname(path));
  } catch (cause) {
    await rm(temporary, { force: true });
    if (isDiskFull(cause)) {
      throw new BackupError(
        `${path} cannot be written, since its disk is full. Free some space there, or name a file on another disk.`,
        { cause },
      );
    }
    throw new BackupError(`${path} cannot be written (${codeOf(cause)}).`, { cause });
  }
}

/** The code of a file system error, such as EACCES; the error as text where it has none. */
function codeOf(error: unknown): string {
  return String((Object(error) as { code?: unknown }).code ?? error);
}
