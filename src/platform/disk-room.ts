import { statfs } from 'node:fs/promises';

/** The share of a disk that downloads and new data sets leave free. */
const RESERVE_SHARE = 0.05;

/** The number of bytes above which that share of a large disk is not needed: the database's log fits in it. */
const LARGEST_RESERVE = 1e9;

/** Reads the size and the free space of a folder's disk, in blocks of `bsize` bytes; Node's `statfs`. */
export type DiskSpace = (folder: string) => Promise<{ bsize: number; blocks: number; bavail: number }>;

/** The space of a disk, in bytes. */
export interface DiskRoom {
  /** The bytes that downloads and data sets may still write; negative where they have written too much. */
  room: number;
  /** The bytes that they have to leave free, so that all else on the disk goes on working. */
  reserve: number;
}

/**
 * Finds out how much may still be written to the disk of a folder. A file system that does not know its size has room
 * without end.
 */
export async function diskRoom(folder: string, space: DiskSpace = statfs): Promise<DiskRoom> {
  const { bsize, blocks, bavail } = await space(folder);
  const reserve = Math.min(LARGEST_RESERVE, RESERVE_SHARE * blocks * bsize);
  return { room: blocks === 0 ? Number.POSITIVE_INFINITY : bavail * bsize - reserve, reserve };
}

/** Whether an error of the file system, or one that it caused, says that a disk or a quota is full. */
export function isDiskFull(error: unknown): boolean {
  const { code, cause } = Object(error) as { code?: unknown; cause?: unknown };
  return ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(String(code)) || (cause !== undefined && isDiskFull(cause));
}
