/** The clock by which the stand-in measures Discord's deadlines, in milliseconds since 1970. */
export interface Clock {
  now(): number;
}

/** The machine's own time, in fractions of a millisecond. It never goes back. */
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
