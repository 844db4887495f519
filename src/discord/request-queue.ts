/** A first answer is `urgent`: Discord waits only three seconds for it. */
export type Urgency = 'urgent' | 'other';

/**
 * The number of requests that run at once. Each needs a connection, and opening hundreds of them takes longer than reusing a
 * few.
 */
const AT_ONCE = 32;

/** The number of requests at once that are not urgent. */
const NOT_URGENT_AT_ONCE = 16;

/**
 * Milliseconds for which a request holds its place at least. One that then takes much longer than others goes on without its
 * place, so that requests that hang do not keep others from their turn.
 */
const PLACE_MS: Readonly<Record<Urgency, number>> = { urgent: 250, other: 1000 };

/** How many times longer than the last request that ended well a request may take before it counts as one that hangs. */
const HANGING = 4;

/** Runs a limited number of requests at once, urgent ones first. */
export class RequestQueue {
  readonly #waiting = { urgent: new Set<() => void>(), other: new Set<() => void>() };
  #calm: (() => void)[] = [];
  readonly #running = { urgent: 0, other: 0 };
  /** Milliseconds that the last request took that ended well. On a slow machine or network, all take long. */
  readonly #lastMs = { urgent: 0, other: 0 };

  /**
   * Resolves when no urgent request waits for its turn. Work on a reply begins after that, so that it does not hold up other
   * first answers.
   */
  async urgentUnderWay(): Promise<void> {
    if (this.#waiting.urgent.size > 0) await new Promise<void>((resolve) => this.#calm.push(resolve));
  }

  /**
   * Runs the request when its turn comes.
   *
   * @param signal drops the request when it aborts before its turn; a running request is left to its maker
   * @returns the result of the request
   * @throws the error of the request; the signal's reason where the request was dropped
   */
  async run<T>(kind: Urgency, request: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    await this.#turn(kind, signal);
    const began = performance.now();
    let held = true;
    const leave = () => {
      if (held) this.#running[kind] -= 1;
      held = false;
      this.#beginNext();
    };
    const leaveIfHanging = () => {
      const left = this.hangingMs(kind) - (performance.now() - began);
      if (left > 0) timer = setTimeout(leaveIfHanging, left);
      else leave();
    };
    let timer = setTimeout(leaveIfHanging, PLACE_MS[kind]);
    try {
      const result = await request();
      this.#lastMs[kind] = performance.now() - began;
      return result;
    } finally {
      clearTimeout(timer);
      leave();
    }
  }

  /** Milliseconds after which a request takes much longer than the last one that ended well. */
  hangingMs(kind: Urgency): number {
    return HANGING * this.#lastMs[kind];
  }

  /** Waits for a place. */
  #turn(kind: Urgency, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const begin = () => {
        signal?.removeEventListener('abort', drop);
        resolve();
      };
      const drop = () => {
        this.#waiting[kind].delete(begin);
        this.#tellCalm();
        reject(signal!.reason);
      };
      this.#waiting[kind].add(begin);
      if (signal?.aborted === true) return drop();
      signal?.addEventListener('abort', drop, { once: true });
      this.#beginNext();
    });
  }

  #beginNext(): void {
    const { urgent, other } = this.#running;
    if (urgent + other >= AT_ONCE) return;
    const kind = this.#waiting.urgent.size > 0 ? 'urgent' : 'other';
    if (kind === 'other' && other >= NOT_URGENT_AT_ONCE) return;
    const [begin] = this.#waiting[kind];
    if (begin === undefined) return;
    this.#waiting[kind].delete(begin);
    this.#running[kind] += 1;
    begin();
    this.#tellCalm();
  }

  #tellCalm(): void {
    if (this.#waiting.urgent.size > 0) return;
    for (const resolve of this.#calm) resolve();
    this.#calm = [];
  }
}
