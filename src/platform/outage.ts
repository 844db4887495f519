import { performance } from 'node:perf_hooks';

/** Milliseconds between two times at which a lasting outage is told. */
const TELL_EVERY_MS = 600_000;

/**
 * Finds out when an outage of something that is tried again and again is worth telling: at its beginning, at its end, and every ten
 * minutes between, however often it fails.
 */
export class Outage {
  readonly #now: () => number;
  #began: number | null = null;
  #told = 0;
  #failures = 0;

  /** @param now a clock in milliseconds */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Notes a failure. @returns what is to be told of it, if anything */
  failed(): 'begins' | 'lasts' | null {
    const now = this.#now();
    this.#failures += 1;
    if (this.#began === null) {
      this.#began = this.#told = now;
      return 'begins';
    }
    if (now - this.#told < TELL_EVERY_MS) return null;
    this.#told = now;
    return 'lasts';
  }

  /** Notes that it works. @returns the extent of the outage that ends with it, if there was one */
  works(): { seconds: number; failures: number } | null {
    if (this.#began === null) return null;
    const { extent } = this;
    this.#began = null;
    this.#failures = 0;
    return extent;
  }

  /** The seconds since it began, and the failures since. */
  get extent(): { seconds: number; failures: number } {
    return {
      seconds: Math.round((this.#now() - (this.#began ?? this.#now())) / 1000),
      failures: this.#failures,
    };
  }
}
