import { totalmem } from 'node:os';
import { shownBytes } from '../../platform/shown-bytes.ts';
import { type Finding, ok, warning } from './check.ts';

/**
 * The number of bytes of memory that is enough for a large data set. A refresh at Steam's size takes 1 GB, and
 * the database server and the program share the rest. A machine sold with 2 GB shows a little less than that.
 */
const ENOUGH_BYTES = 1.8e9;

/** Bytes of memory that this process may use: the machine's, or the limit of its container where that is lower. */
function usableMemory(): number {
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}

/** Checks that there is enough memory for a refresh of Steam's data set beside the running program. */
export function checkMemory(bytes = usableMemory()): Finding {
  if (bytes >= ENOUGH_BYTES) return ok(shownBytes(bytes));
  return warning(
    `${shownBytes(bytes)}: a refresh of a large data set may be killed; the sample fits`,
    'Give the machine or the container 2 GB',
  );
}
