/**
 * The number of requests that run at once. Each needs a connection, and opening hundreds of them takes longer than reusing a
 * few.
 */
const AT_ONCE = 32;

/** The number of requests at once that are not urgent. */
const NOT_URGENT_AT_ONCE = 16;

/** Runs a limited number of requests at once, urgent ones first: Discord waits only three seconds for a first answer. */
export class RequestQueue {
  readonly #waiting = { urgent: [] as (() => void)[], other: [] as (() => void)[] };
  #calm: (() => void)[] = [];
  readonly #running = { urgent: 0, other: 0 };

  /**
   * Resolves when no urgent request waits for its turn. Work on a reply begins after that, so that it does not hold up other
   * first answers.
   */
  async urgentUnderWay(): Promise<void> {
    if (this.#waiting.urgent.length > 0) await new Promise<void>((resolve) => this.#calm.push(resolve));
  }

  /** Runs the request when its turn comes. @returns its result @throws its error */
  async run<T>(kind: 'urgent' | 'other', request: () => Promise<T>): Promise<T> {
    await new Promise<void>((begin) => {
      this.#waiting[kind].push(begin);
      this.#beginNext();
    });
    try {
      return await request();
    } finally {
      this.#running[kind] -= 1;
      this.#beginNext();
    }
  }

  #beginNext(): void {
    const { urgent, other } = this.#running;
    if (urgent + other >= AT_ONCE) return;
    const kind = this.#waiting.urgent.length > 0 ? 'urgent' : 'other';
    if (kind === 'other' && other >= NOT_URGENT_AT_ONCE) return;
    const begin = this.#waiting[kind].shift();
    if (begin === undefined) return;
    this.#running[kind] += 1;
    begin();
    if (this.#waiting.urgent.length > 0) return;
    for (const resolve of this.#calm) resolve();
    this.#calm = [];
  }
}
