/** Milliseconds between two edits of a reply while a long answer is being made. */
const EDIT_INTERVAL_MS = 2500;

/** Shows the progress of a long answer: the first state at once, then the latest state once an interval. */
export class Progress<State> {
  readonly #show: (state: State) => Promise<unknown>;
  readonly #intervalMs: number;
  #next: State | undefined;
  #timer: NodeJS.Timeout | undefined;
  #showing: Promise<unknown> = Promise.resolve();
  #stopped = false;

  /** @param show shows a state; a failure is ignored, because the next state follows */
  constructor(show: (state: State) => Promise<unknown>, intervalMs = EDIT_INTERVAL_MS) {
    this.#show = show;
    this.#intervalMs = intervalMs;
  }

  /** Takes a new state, to be shown now or at the next interval. */
  report(state: State): void {
    if (this.#stopped) return;
    this.#next = state;
    if (this.#timer === undefined) this.#showNext();
  }

  /** Shows no further state. Resolves when the last `show` has ended, so that it cannot overwrite the final reply. */
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
