import type { Progress } from '../../etl/report/progress.ts';

/** The number of characters of a full bar. */
const WIDTH = 24;

/** Shows the progress of a refresh in a terminal, on one line that is written again and again. */
export class ProgressBar {
  readonly #out: NodeJS.WritableStream;
  readonly #started = Date.now();
  #shown = '';

  constructor(out: NodeJS.WritableStream) {
    this.#out = out;
  }

  /** Shows a new state, where that changes the line. */
  show({ phase, done }: Progress): void {
    const filled = Math.round(done * WIDTH);
    const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
    const seconds = Math.round((Date.now() - this.#started) / 1000);
    const line = `${bar} ${String(Math.round(100 * done)).padStart(3)} %  ${seconds} s  ${phase}`;
    if (line === this.#shown) return;
    this.#shown = line;
    this.#out.write(`\r\x1b[K${line}`);
  }

  /** Removes the bar from the terminal. */
  clear(): void {
    this.#out.write('\r\x1b[K');
  }
}
