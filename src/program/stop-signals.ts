import { performance } from 'node:perf_hooks';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

export type StopSignal = (typeof SIGNALS)[number];

/** A terminal tells the whole group, and a parent may pass it on: within so many milliseconds it is the same signal. */
const SAME_SIGNAL_MS = 1000;

/**
 * Calls `stop` at the first SIGINT or SIGTERM, and ends the process at a second one.
 *
 * @param impatientStatus the exit status at the second one
 * @returns takes the handlers off again
 */
export function onStopSignal(
  stop: (signal: StopSignal) => void,
  impatientStatus: (signal: StopSignal) => number,
): () => void {
  let since: number | undefined;
  const handle = (signal: NodeJS.Signals) => {
    const told = signal as StopSignal;
    if (since === undefined) {
      since = performance.now();
      stop(told);
    } else if (performance.now() - since >= SAME_SIGNAL_MS) {
      process.exit(impatientStatus(told));
    }
  };
  for (const signal of SIGNALS) process.on(signal, handle);
  return () => {
    for (const signal of SIGNALS) process.removeListener(signal, handle);
  };
}
