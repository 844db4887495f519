import { performance } from 'node:perf_hooks';

/** The signals that ask the program to stop. */
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

export type StopSignal = (typeof SIGNALS)[number];

/**
 * Milliseconds within which a second signal counts as the first one again. A terminal sends Ctrl-C to the whole
 * group of processes, and a parent process such as npm may pass it on as well.
 */
const SAME_SIGNAL_MS = 1000;

/**
 * Calls `stop` at the first SIGINT or SIGTERM, and ends the process at a second one.
 *
 * @param impatientStatus the exit status after a second signal
 * @returns a function that removes the handlers
 */
export function onStopSignal(
  stop: (signal: StopSignal) => void,
  impatientStatus: (signal: StopSignal) => number,
): () => void {
  let since: number | undefined;
  const handle = (signal: NodeJS.Signals) => {
    const stopSignal = signal as StopSignal;
    if (since === undefined) {
      since = performance.now();
      stop(stopSignal);
    } else if (performance.now() - since >= SAME_SIGNAL_MS) {
      process.exit(impatientStatus(stopSignal));
    }
  };
  for (const signal of SIGNALS) process.on(signal, handle);
  return () => {
    for (const signal of SIGNALS) process.removeListener(signal, handle);
  };
}
