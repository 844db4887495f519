import { setTimeout as delay } from 'node:timers/promises';

const LOOK_EVERY_MS = 500;

/** Where it could not be revived, it is tried again after so long. */
const PATIENCE_MS = 5000;

/**
 * Looks twice a second whether something lives, and revives it where it does not, until it is told to stop.
 *
 * @param onFailure told when it could not be revived; it is tried again
 * @returns stops looking; a revival that has begun is waited for
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
        await pause(PATIENCE_MS);
      });
    }
  };
  const keeping = keep();
  return async () => {
    stopped.abort();
    await keeping;
  };
}
