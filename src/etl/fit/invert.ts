import { availableParallelism } from 'node:os';
import { Thread } from '../../platform/thread.ts';
import {
  invertShared,
  NotPositiveDefiniteError,
  type SharedMatrices,
  shareMatrix,
  unshareMatrix,
} from './cholesky.ts';

/** What a thread of an inversion is given. */
export interface InversionTask {
  shared: SharedMatrices;
  threads: number;
  /** How many threads wait, and how often all of them have met. */
  meeting: SharedArrayBuffer;
}

const WORKER = new URL('./invert-worker.ts', import.meta.url);

/** Matrices with fewer rows are inverted at once: starting threads would take longer. */
const WORTH_THREADS = 800;

/**
 * Replaces a symmetric positive definite matrix (row by row, `size`²; only its lower triangle is read) by its
 * inverse. The result does not depend on the number of threads, to the last bit. `size`³ multiply-adds, and twice
 * the matrix's memory more.
 *
 * @param threads worker threads; 1 works on the calling thread. Unset: as the machine has, four at most
 * @throws NotPositiveDefiniteError
 */
export async function invertPositiveDefinite(
  matrix: Float64Array,
  size: number,
  threads = size < WORTH_THREADS ? 1 : Math.min(4, availableParallelism()),
): Promise<void> {
  const shared = shareMatrix(matrix, size, threads);
  if (threads <= 1) invertShared(shared, () => {});
  else await invertInThreads(shared, threads);
  unshareMatrix(shared, matrix);
}

async function invertInThreads(shared: SharedMatrices, threads: number): Promise<void> {
  const task: InversionTask = { shared, threads, meeting: new SharedArrayBuffer(8) };
  const inverting = Array.from(
    { length: threads },
    () => new Thread<InversionTask, boolean>(WORKER, 'The inversion'),
  );
  try {
    const outcomes = await Promise.all(inverting.map((thread) => thread.call(task)));
    if (outcomes.includes(false)) throw new NotPositiveDefiniteError();
  } finally {
    // Where one failed, the others may wait for it for ever.
    await Promise.all(inverting.map((thread) => thread.close()));
  }
}
