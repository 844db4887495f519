import { totalmem } from 'node:os';
import { shownBytes } from './bytes.ts';
import { type Finding, ok, warning } from './check.ts';

/**
 * A refresh of Steam's data set takes 1 GB; the database server and the program that answers share the rest. A machine
 * that is sold with 2 GB shows a little less.
 */
const ROOMY = 1.8e9;

/** What this process may use: the machine's memory, or less where it is held to less (a container). In bytes. */
function usableMemory(): number {
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}

/** Whether there is memory enough for a refresh of the Steam data set beside the running program. */
export function checkMemory(bytes = usableMemory()): Finding {
  if (bytes >= ROOMY) return ok(shownBytes(bytes));
  return warning(
    `${shownBytes(bytes)}: a refresh of a large data set may be killed; the sample fits`,
    'Give it 2 GB',
  );
}
