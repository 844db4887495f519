/**
 * Looks at the beginning of a stream before the whole is read. Bytes that were looked at stay in memory until they are
 * given.
 */
export class Beginning {
  readonly #source: AsyncIterator<Buffer>;
  #chunks: Buffer[] = [];
  #bytes = 0;
  #ended = false;

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** Whether the beginning that was looked at is the whole stream. */
  get isWhole(): boolean {
    return this.#ended;
  }

  /** The first bytes: at least as many as asked for, unless the stream ends before. */
  async upTo(bytes: number): Promise<Buffer> {
    while (this.#bytes < bytes && !this.#ended) {
      const { done, value } = await this.#source.next();
      if (done === true) {
        this.#ended = true;
      } else {
        this.#chunks.push(value);
        this.#bytes += value.length;
      }
    }
    if (this.#chunks.length !== 1) this.#chunks = [Buffer.concat(this.#chunks, this.#bytes)];
    return this.#chunks[0]!;
  }

  /** The whole stream, from its first byte. It can be read once. */
  async *whole(): AsyncGenerator<Buffer, void, undefined> {
    while (this.#chunks.length > 0) yield this.#chunks.shift()!;
    while (!this.#ended) {
      const { done, value } = await this.#source.next();
      if (done === true) return;
      yield value;
    }
  }

  /** Closes the stream, if it has not ended. */
  async close(): Promise<void> {
    await this.#source.return?.();
  }
}
