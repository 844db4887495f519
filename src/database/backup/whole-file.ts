import { randomBytes } from 'node:crypto';
import { access, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { BackupError } from './backup-error.ts';

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
    throw new BackupError(`${path} cannot be written (${codeOf(cause)}).`, { cause });
  }
}

/** The code of a file system error, such as EACCES; the error as text where it has none. */
export function codeOf(error: unknown): string {
  return String((Object(error) as { code?: unknown }).code ?? error);
}

/** Writes a folder's list of names to the disk, so that a new file's name survives a crash. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
