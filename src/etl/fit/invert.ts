import { availableParallelism } from 'node:os';
import { Thread } from '../../platform/thread.ts';
import {
  invertShared,
  NotPositiveDefiniteError,
  type SharedMatrices,
  shareMatrix,
  unshareMatrix,
} from './cholesky.ts';

/** The message to a thread of an inversion. */
export interface InversionTask {
  shared: SharedMatrices;
  /** The number of threads that work on the inversion. */
  threads: number;
  /** Two int32 numbers: the threads that wait, and the times that all threads have met. */
  meeting: SharedArrayBuffer;
}

const WORKER = new URL('./invert-worker.ts', import.meta.url);

/**
 * The number of rows from which threads are worth their start. Smaller matrices are inverted on the calling thread.
 */
const WORTH_THREADS = 800;

/**
 * Replaces a symmetric positive definite matrix (row by row, `size`²; only its lower triangle is read) by its
 * inverse. The result does not depend on the number of threads, to the last bit. The inversion takes `size`³
 * multiply-adds and twice the memory of the matrix on top of it.
 *
 * @param threads the number of worker threads; 1 works on the calling thread. Unset: one for each processor, at
 *   most four, and 1 for a small matrix
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
    // Where one thread has failed, the others may wait for it for ever.
    await Promise.all(inverting.map((thread) => thread.close()));
  }
}
