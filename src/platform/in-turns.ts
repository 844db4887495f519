import { setImmediate } from 'node:timers/promises';

/** A long piece of work, written as a generator of short steps. Other work can run between two steps. */
export type Steps<T> = Generator<undefined, T, void>;

/** Milliseconds of work before other work that waits for the event loop gets its turn. */
const TURN_MS = 10;

/**
 * Does the work in turns of {@link TURN_MS} and lets the event loop run between them. Other work waits at most
 * for one turn and one step.
 */
export async function inTurns<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    const end = performance.now() + TURN_MS;
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() < end);
    await setImmediate();
  }
}

/** Does all of the work at once; nothing else runs in between. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
