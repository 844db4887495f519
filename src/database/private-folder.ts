import { chmod, lstat, readdir } from 'node:fs/promises';
import path from 'node:path';

/** The files and folders of a data folder that hold data about people and are read by this program alone. */
const PRIVATE =
  /^(?:downloads|leases|ballast|postgres-password|postgres\.log(?:\.1)?|explore(?:\.[\w-]+)?\.html)$/;

/** The other names that the program itself makes in a data folder. */
const OWN = /^(?:postgres|programs|lock|.*\.unfinished.*|explore.*\.part)$/;

/**
 * Takes the rights of other users away from the files that earlier versions have made readable for everyone. The data folder
 * itself is closed where nothing else is in it: somebody may have chosen a folder that other programs use, too. Files of
 * other users are left alone.
 *
 * @param dataFolder need not exist
 */
export async function closeToOthers(dataFolder: string): Promise<void> {
  const names = await readdir(dataFolder).catch(() => []);
  const own = names.filter((name) => PRIVATE.test(name));
  const downloads = await readdir(path.join(dataFolder, 'downloads')).catch(() => []);
  for (const name of [...own, ...downloads.map((name) => path.join('downloads', name))]) {
    await closeOne(path.join(dataFolder, name));
  }
  if (own.length > 0 && names.every((name) => PRIVATE.test(name) || OWN.test(name)))
    await closeOne(dataFolder);
}

/** Leaves the rights of the owner and takes all others. A link is not followed. */
async function closeOne(file: string): Promise<void> {
  try {
    const found = await lstat(file);
    if (found.isSymbolicLink() || found.uid !== process.getuid?.() || (found.mode & 0o077) === 0) return;
    await chmod(file, found.mode & 0o700);
  } catch {
    // It is gone, or its file system has no such rights.
  }
}
