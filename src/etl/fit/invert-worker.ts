import { parentPort, workerData } from 'node:worker_threads';
import { invertShared, NotPositiveDefiniteError } from './cholesky.ts';
import type { InversionTask } from './invert.ts';

const { shared, threads, meeting } = workerData as InversionTask;
const [WAITING, MET] = [0, 1];
const state = new Int32Array(meeting);

function barrier(): void {
  const met = Atomics.load(state, MET);
  if (Atomics.add(state, WAITING, 1) === threads - 1) {
    Atomics.store(state, WAITING, 0);
    Atomics.add(state, MET, 1);
    Atomics.notify(state, MET);
  } else {
    Atomics.wait(state, MET, met);
  }
}

try {
  invertShared(shared, barrier);
  parentPort!.postMessage(true);
} catch (error) {
  if (!(error instanceof NotPositiveDefiniteError)) throw error;
  parentPort!.postMessage(false);
}
