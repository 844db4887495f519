/** Many short texts as the lines of one, in which a part is found faster than in each of them. */
export class TextLines {
  readonly #text: string;
  readonly #starts: Uint32Array;

  /** @param lines texts without line ends */
  constructor(lines: readonly string[]) {
    this.#text = `${lines.join('\n')}\n`;
    this.#starts = new Uint32Array(lines.length + 1);
    for (const [line, { length }] of lines.entries()) {
      this.#starts[line + 1] = this.#starts[line]! + length + 1;
    }
  }

  /** Tells every line that holds the part (which is not empty), once: the first place in it, and whether it ends there. */
  find(part: string, found: (line: number, offset: number, ends: boolean) => void): void {
    let line = 0;
    let at = this.#text.indexOf(part);
    while (at !== -1) {
      while (this.#starts[line + 1]! <= at) line++;
      found(line, at - this.#starts[line]!, at + part.length + 1 === this.#starts[line + 1]);
      at = this.#text.indexOf(part, this.#starts[line + 1]!);
    }
  }
}
