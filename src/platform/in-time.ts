/** Milliseconds. A probe does not wait long, and a database that hangs is one that does not answer. */
const PATIENCE_MS = 3000;

/** The answer, where it comes within three seconds. @throws where it does not, and what the answer throws */
export function inTime<T>(answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('it takes too long')), PATIENCE_MS);
    answer.then(resolve, reject).finally(() => clearTimeout(late));
  });
}
