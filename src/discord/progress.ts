/** How often a reply is edited at most while a long answer is being made, in milliseconds. */
const EDIT_INTERVAL_MS = 2500;

/** Shows the latest of many states, the first at once and then at most one an interval. */
export class Progress<State> {
  readonly #show: (state: State) => Promise<unknown>;
  readonly #intervalMs: number;
  #next: State | undefined;
  #timer: NodeJS.Timeout | undefined;
  #showing: Promise<unknown> = Promise.resolve();
  #stopped = false;

  /** @param show may fail: a state that was not shown is followed by the next */
  constructor(show: (state: State) => Promise<unknown>, intervalMs = EDIT_INTERVAL_MS) {
    this.#show = show;
    this.#intervalMs = intervalMs;
  }

  report(state: State): void {
    if (this.#stopped) return;
    this.#next = state;
    if (this.#timer === undefined) this.#showNext();
  }

  /** Shows nothing more. Resolves when what is being shown is through, so that it cannot overtake what comes after. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#showing;
  }

  #showNext(): void {
    const state = this.#next;
    this.#next = undefined;
    this.#timer = undefined;
    if (state === undefined) return;
    this.#showing = this.#show(state).catch(() => {});
    this.#timer = setTimeout(() => this.#showNext(), this.#intervalMs);
  }
}
