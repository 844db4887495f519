/** Requests under way at once. Each needs a connection: hundreds of new ones take longer than hundreds of requests on few. */
const AT_ONCE = 32;

/** Of these, what is not urgent. */
const NOT_URGENT_AT_ONCE = 16;

/** Lets few requests run at once, and the urgent ones first: Discord waits for a first answer only three seconds. */
export class RequestQueue {
  readonly #waiting = { urgent: [] as (() => void)[], other: [] as (() => void)[] };
  #calm: (() => void)[] = [];
  readonly #running = { urgent: 0, other: 0 };

  /** Resolves when no urgent request waits for its turn: what comes after an answer must not hold up other first answers. */
  async urgentUnderWay(): Promise<void> {
    if (this.#waiting.urgent.length > 0) await new Promise<void>((resolve) => this.#calm.push(resolve));
  }

  /** What the request comes to, once it is its turn. */
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
