import type { Progress } from '../../etl/report/progress.ts';

const WIDTH = 24;

/** How far a refresh is, on the one line of a terminal that is written over and over. */
export class ProgressBar {
  readonly #out: NodeJS.WritableStream;
  readonly #started = Date.now();
  #shown = '';

  constructor(out: NodeJS.WritableStream) {
    this.#out = out;
  }

  show({ phase, done }: Progress): void {
    const filled = Math.round(done * WIDTH);
    const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
    const seconds = Math.round((Date.now() - this.#started) / 1000);
    const line = `${bar} ${String(Math.round(100 * done)).padStart(3)} %  ${seconds} s  ${phase}`;
    if (line === this.#shown) return;
    this.#shown = line;
    this.#out.write(`\r\x1b[K${line}`);
  }

  /** Takes it off the terminal. */
  clear(): void {
    this.#out.write('\r\x1b[K');
  }
}
