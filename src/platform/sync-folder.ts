import { open } from 'node:fs/promises';

/**
 * Writes a folder's list of names to the disk, so that the name of a new file survives a crash. Windows opens no folder, and writes
 * its names by itself.
 *
 * @param platform unset: that of this machine
 * @throws Node's errors, such as ENOENT
 */
export async function syncFolder(path: string, platform: NodeJS.Platform = process.platform): Promise<void> {
  if (platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
