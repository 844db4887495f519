import { setImmediate } from 'node:timers/promises';

/** Work that takes long, written in steps: after each of them others may have their turn. */
export type Steps<T> = Generator<undefined, T, void>;

/** Milliseconds of work, after which whoever waits for the event loop has a turn. */
const TURN = 10;

/** Does the work while others have their turns: nobody waits for more than {@link TURN} and one step. */
export async function inTurns<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    const end = performance.now() + TURN;
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() < end);
    await setImmediate();
  }
}

/** Does the work at once. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
