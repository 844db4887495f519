/** Many short texts, joined into the lines of one long text. To search it once is faster than to search each of them. */
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

  /**
   * Calls `found` once for every line that contains a text.
   *
   * @param part the text, not empty
   * @param found gets the number of the line, the offset of the first occurrence in it, and whether the
   *   line ends with that
   */
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
