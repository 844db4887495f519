import { setTimeout as delay } from 'node:timers/promises';

/** Milliseconds between two checks. */
const LOOK_EVERY_MS = 500;

/** Milliseconds between a failed revival and the next check. */
const PAUSE_AFTER_FAILURE_MS = 5000;

/**
 * Checks twice a second whether something is alive, and revives it where it is not.
 *
 * @param onFailure is told of a failed revival; the next attempt follows after a pause
 * @returns a function that ends the checks, and waits for a revival that has begun
 */
export function keepAlive(
  lives: () => boolean,
  revive: () => Promise<void>,
  onFailure: (error: unknown) => void,
): () => Promise<void> {
  const stopped = new AbortController();
  const pause = (milliseconds: number) =>
    delay(milliseconds, undefined, { ref: false, signal: stopped.signal }).catch(() => {});
  const keep = async () => {
    while (!stopped.signal.aborted) {
      await pause(LOOK_EVERY_MS);
      if (stopped.signal.aborted || lives()) continue;
      await revive().catch(async (error: unknown) => {
        onFailure(error);
        await pause(PAUSE_AFTER_FAILURE_MS);
      });
    }
  };
  const keeping = keep();
  return async () => {
    stopped.abort();
    await keeping;
  };
}
