import { withinLimit } from '../../../src/platform/time-limit.ts';

/** Lets a test wait for something that the bot does, without polling. */
export class Changes {
  readonly #waiting = new Set<() => void>();

  notify(): void {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const wake of waiting) wake();
  }

  /**
   * Calls `look` now and after each change, until it gives a value.
   *
   * @returns the first value that is not undefined
   * @throws Error with `describe()` if none comes in `timeoutMs` of real time
   */
  async until<T>(look: () => T | undefined, describe: () => string, timeoutMs = 30_000): Promise<T> {
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      const value = look();
      if (value !== undefined) return value;
      const left = deadline - Date.now();
      if (left <= 0) throw new Error(describe());
      const changed = new Promise<void>((resolve) => void this.#waiting.add(resolve));
      await withinLimit(left, changed, () => {});
    }
  }
}
