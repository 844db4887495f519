/** The answer to a question has not come within its time. */
class TimeLimitError extends Error {
  constructor(limitMs: number) {
    super(`no answer within ${limitMs / 1000} s`);
    this.name = 'TimeLimitError';
  }
}

/** Milliseconds that a probe waits: a database that hangs is one that does not answer. */
export const PROBE_MS = 3000;

/**
 * What the work comes to, where that is within the limit; else what `late` gives, which may be a promise that is waited for,
 * without a limit. The work goes on: where it can be stopped, `late` stops it, or it is given an `AbortSignal.timeout` instead.
 * The timer keeps the program from ending until the work ends or the limit is reached.
 *
 * @param limitMs milliseconds
 * @param late unset: throws TimeLimitError
 * @throws what the work throws within the limit, and what `late` throws
 */
export function withinLimit<T, Late = never>(
  limitMs: number,
  work: Promise<T>,
  late: () => Late | Promise<Late> = () => {
    throw new TimeLimitError(limitMs);
  },
): Promise<T | Late> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      try {
        resolve(late());
      } catch (error) {
        reject(error);
      }
    }, limitMs);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
