/**
 * Milliseconds after which a stop ends the process, whatever is still under way. Docker and other supervisors kill a process
 * ten seconds after their signal.
 */
const WHOLE_MS = 9_200;

/** Milliseconds of a stop that a refresh, or the making of a data report, has to end by itself; then it is killed. */
export const CHILD_MS = 6_000;

/** Milliseconds of a stop that all parts have together; the rest is for the database, which is closed last. */
export const PARTS_MS = 8_300;

/**
 * The stop of the program: one signal that all parts hear, and one deadline. The process never waits for the event loop to
 * drain, because timers of libraries would keep it alive for minutes.
 */
export class Stop {
  readonly #controller = new AbortController();

  /** Aborted when the stop begins. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Begins the stop; a second call does nothing. @param status the exit status where the deadline ends the process */
  begin(status: number): void {
    if (this.signal.aborted) return;
    setTimeout(() => process.exit(status), WHOLE_MS).unref();
    this.#controller.abort();
  }
}
