import type { DiskRoom } from '../../platform/disk-room.ts';
import { shownBytes } from '../../platform/shown-bytes.ts';
import { RefreshError } from '../report/refresh-error.ts';

/** Milliseconds between two looks at the disk. A busy disk takes a few hundred megabytes meanwhile. */
const LOOK_EVERY_MS = 1000;

/**
 * Watches the disk of the database while a data set is built: sources without an end must not fill it, since all else on the
 * disk would then fail.
 *
 * @param room finds out how much may still be written; unset where the disk of the database is not known
 * @param onFull is called once, when the reserve of the disk is reached
 * @returns a function that ends the watch
 */
export function watchDisk(
  room: (() => Promise<DiskRoom>) | undefined,
  onFull: (error: RefreshError) => void,
  everyMs: number = LOOK_EVERY_MS,
): () => void {
  if (room === undefined) return () => {};
  let watching = true;
  const stop = () => {
    watching = false;
    clearInterval(timer);
  };
  const look = async () => {
    const { room: left, reserve } = await room();
    if (left > 0 || !watching) return;
    stop();
    onFull(
      new RefreshError(
        'database-full',
        `The database's disk is almost full: ${shownBytes(Math.max(left + reserve, 0))} are free, and a refresh leaves ` +
          `${shownBytes(reserve)} free. Free some space, or move DATA_FOLDER to a larger disk.`,
      ),
    );
  };
  // A disk that cannot be looked at is no reason to stop.
  const lookQuietly = () => void look().catch(() => {});
  const timer = setInterval(lookQuietly, everyMs);
  lookQuietly();
  return stop;
}
