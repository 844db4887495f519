import { setImmediate } from 'node:timers/promises';

/** A long piece of work, written as a generator of short steps. Other work can run between two steps. */
export type Steps<T> = Generator<undefined, T, void>;

/** Milliseconds of work before other work that waits for the event loop gets its turn. */
const TURN_MS = 10;

/** The pieces of work that are not finished and wait for their next turn. */
let underWay = 0;

/** Settles when the last turn that was asked for begins. */
let lastTurn: Promise<void> = Promise.resolve();

/**
 * Does the work in turns of {@link TURN_MS} and lets the event loop run between them. Other work waits at most
 * for one turn and one step, however many pieces of work are under way: the event loop runs after each turn of
 * any of them.
 */
export async function inTurns<T>(steps: Steps<T>): Promise<T> {
  if (underWay > 0) await nextTurn();
  underWay++;
  try {
    for (;;) {
      const end = performance.now() + TURN_MS;
      do {
        const step = steps.next();
        if (step.done) return step.value;
      } while (performance.now() < end);
      await nextTurn();
    }
  } finally {
    underWay--;
  }
}

/** Waits for a turn of its own: the event loop runs between any two turns. */
function nextTurn(): Promise<void> {
  lastTurn = lastTurn.then(() => setImmediate());
  return lastTurn;
}

/** Does all of the work at once; nothing else runs in between. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
