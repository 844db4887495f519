/** Reads once. */
export interface ReadOnce<T> {
  (): Promise<T>;
  /** What was read, or is being read; undefined where nobody has asked yet. */
  kept(): Promise<T> | undefined;
}

/**
 * What is read when it is first asked for, and kept for all who ask after. A reading that failed is not kept: the database
 * may have been away for a moment, and the next who asks tries again.
 */
export function readOnce<T>(read: () => Promise<T>): ReadOnce<T> {
  let kept: Promise<T> | undefined;
  const once = () => {
    if (kept !== undefined) return kept;
    const reading = read();
    kept = reading;
    reading.catch(() => {
      kept = undefined;
    });
    return reading;
  };
  return Object.assign(once, { kept: () => kept });
}
