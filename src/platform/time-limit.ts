/** Work that has not ended within its time limit. */
class TimeLimitError extends Error {
  constructor(limitMs: number) {
    super(`no answer within ${limitMs / 1000} s`);
    this.name = 'TimeLimitError';
  }
}

/** Milliseconds that a probe waits. A database that hangs counts as one that does not answer. */
export const PROBE_MS = 3000;

/**
 * The result of some work where it comes within the limit, or else the result of `late`. A promise that `late`
 * gives is waited for without a limit.
 *
 * The work goes on after the limit, unless `late` stops it. Work that takes an `AbortSignal` should get
 * `AbortSignal.timeout` instead of this function. The timer keeps the program from ending until the work ends
 * or the limit is reached.
 *
 * @param limitMs milliseconds
 * @param late gives the result after the limit; unset: throws TimeLimitError
 * @throws an error of the work within the limit, and an error of `late`
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

/**
 * The result of some work, unless the signal is aborted before. The work goes on then, and its result or error is dropped.
 *
 * @throws the signal's reason, and an error of the work
 */
export async function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  let abort = () => {};
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(signal.reason);
  });
  signal.addEventListener('abort', abort);
  if (signal.aborted) abort();
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
