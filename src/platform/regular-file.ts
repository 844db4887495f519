import { constants, type Stats } from 'node:fs';
import { type FileHandle, open, stat, statfs } from 'node:fs/promises';

/**
 * Thrown for a path that leads to something other than a file on a disk. Reading such a thing may wait or go on for
 * ever. The message says what it is, with the cure; it completes a sentence that ends in a colon.
 */
export class NotAFileError extends Error {
  /** Completes the sentence "The file …", such as `is a folder`. */
  readonly says: string;
  /** The remedy as an order in lower case, such as `name a file in it`. */
  readonly cure: string;

  constructor(says: string, cure: string, options?: ErrorOptions) {
    super(`it ${says}; ${cure}`, options);
    this.name = 'NotAFileError';
    this.says = says;
    this.cure = cure;
  }
}

/**
 * The kinds of Linux's file systems whose files are made up by the kernel while they are read (`statfs(2)`): proc, sysfs,
 * debugfs, tracefs, cgroup and cgroup2.
 */
const KERNEL_FILE_SYSTEMS = new Set([0x9fa0, 0x62656572, 0x64626720, 0x74726163, 0x27e0eb, 0x63677270]);

/**
 * Opens a file for reading, and never waits: a named pipe without a writer would block the usual call for ever.
 *
 * @throws NotAFileError for a folder, a named pipe, a device, a socket, a link that leads in a circle, and a file of the
 *   kernel; the error of the file system for any other failure
 */
export async function openRegularFile(path: string): Promise<FileHandle> {
  // A device is not even opened, since that alone may do something, such as rewinding a tape.
  refuse(await stat(path).catch(explained));
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch(explained);
  try {
    refuse(await file.stat());
    if (process.platform === 'linux' && KERNEL_FILE_SYSTEMS.has((await statfs(path)).type)) {
      throw new NotAFileError(
        'is made up by the kernel (/proc, /sys), so it has no size',
        'name a file on a disk',
      );
    }
    return file;
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** @throws NotAFileError where this is no regular file */
function refuse(found: Stats): void {
  if (found.isFile()) return;
  if (found.isDirectory()) throw new NotAFileError('is a folder', 'name a file in it');
  const kind = found.isFIFO() ? 'a named pipe' : found.isSocket() ? 'a socket' : 'a device';
  throw new NotAFileError(`is ${kind}, which may never end`, 'write its content to a file, and name that');
}

function explained(error: unknown): never {
  if (error instanceof Error && 'code' in error && error.code === 'ELOOP') {
    throw new NotAFileError('is a link that leads in a circle', 'name the file itself', { cause: error });
  }
  throw error;
}
