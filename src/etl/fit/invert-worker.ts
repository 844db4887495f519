import { answerCalls } from '../../platform/thread.ts';
import { invertShared, NotPositiveDefiniteError } from './cholesky.ts';
import type { InversionTask } from './invert.ts';

/** The places of the two numbers of `meeting` in an {@link InversionTask}. */
const [WAITING, MET] = [0, 1];

/** Waits until all threads have called it. */
function meet(state: Int32Array, threads: number): void {
  const met = Atomics.load(state, MET);
  if (Atomics.add(state, WAITING, 1) === threads - 1) {
    Atomics.store(state, WAITING, 0);
    Atomics.add(state, MET, 1);
    Atomics.notify(state, MET);
  } else {
    Atomics.wait(state, MET, met);
  }
}

/** The answer is whether the matrix could be inverted. A matrix that is not positive definite cannot. */
answerCalls(({ shared, threads, meeting }: InversionTask): boolean => {
  const state = new Int32Array(meeting);
  try {
    invertShared(shared, () => meet(state, threads));
    return true;
  } catch (error) {
    if (!(error instanceof NotPositiveDefiniteError)) throw error;
    return false;
  }
});
