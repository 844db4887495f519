/** What the stand-in measures Discord's deadlines by, in milliseconds since 1970. */
export interface Clock {
  now(): number;
}

/** The machine's own time, with fractions of a millisecond, and never going back. */
export const systemClock: Clock = { now: () => performance.timeOrigin + performance.now() };

/** A clock that stands still until a test moves it, so that no test waits for a deadline. */
export class ManualClock implements Clock {
  #now: number;

  constructor(start = Date.now()) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  advance(milliseconds: number): void {
    this.#now += milliseconds;
  }
}
