import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type postgres from 'postgres';

/** A value of a row. An array becomes a Postgres array, and bytes become a `bytea`. */
export type CopyValue = string | number | boolean | null | Uint8Array | readonly (string | number)[];

/** The number of characters that are gathered, at least, before they are sent to the server. */
const PIECE_LENGTH = 1 << 16;

/**
 * Writes rows into one table with `COPY … FROM STDIN`, in COPY's text format.
 *
 * @see https://www.postgresql.org/docs/current/sql-copy.html#SQL-COPY-FILE-FORMATS-TEXT
 */
class CopyWriter {
  /** The number of rows added so far. */
  rows = 0;
  readonly #stream: Writable;
  #piece = '';

  private constructor(stream: Writable) {
    this.#stream = stream;
    // The next flush, or `end`, throws the stream's error. Without a listener, the error
    // would end the process before.
    stream.on('error', () => {});
  }

  /** Starts the COPY. @param columns the columns of the rows, in the order of their values */
  static async open(sql: postgres.ISql, table: string, columns: readonly string[]): Promise<CopyWriter> {
    return new CopyWriter(await sql`copy ${sql(table)} (${sql(columns)}) from stdin`.writable());
  }

  /**
   * Adds a row that is already in COPY's text format, without a line end. It is the
   * fast way for millions of rows.
   */
  addEncoded(row: string): void {
    this.rows++;
    this.#piece += `${row}\n`;
  }

  /** Adds a row. @param values in the order of the columns */
  add(values: readonly CopyValue[]): void {
    this.addEncoded(values.map(encode).join('\t'));
  }

  /**
   * Sends the gathered rows once there are enough of them, and waits while the server cannot keep up. Call it
   * every few hundred rows.
   *
   * @param force sends them however few they are
   * @throws the server's refusal of earlier rows
   */
  async flush(force = false): Promise<void> {
    if (this.#piece.length < PIECE_LENGTH && !force) return;
    const piece = this.#piece;
    this.#piece = '';
    if (this.#stream.errored) throw this.#stream.errored;
    if (!this.#stream.write(piece)) await once(this.#stream, 'drain');
  }

  /** Tells the server to drop all rows of this COPY. The connection can be used again. */
  abort(): void {
    this.#stream.destroy(new Error('the rows ended early'));
  }

  /**
   * Sends the remaining rows, and waits until the server has taken them all. It needs the patch in `patches/`:
   * without it, a refusal of the last rows is never reported.
   */
  async end(): Promise<void> {
    if (this.#piece !== '') await this.flush(true);
    this.#stream.end();
    await finished(this.#stream);
  }
}

export type { CopyWriter };

/**
 * Copies the rows that `fill` adds into a table. If `fill` throws, no row is kept.
 *
 * @param sql a connection that is not shared with Drizzle, which changes the parsers of its client
 * @param table the table's name, with its schema where the search path does not lead to it
 * @returns the result of `fill`
 * @throws the errors of `fill`, and the server's refusal of a row
 */
export async function copyInto<T>(
  sql: postgres.ISql,
  table: string,
  columns: readonly string[],
  fill: (copy: CopyWriter) => Promise<T>,
): Promise<T> {
  const copy = await CopyWriter.open(sql, table, columns);
  let result: T;
  try {
    result = await fill(copy);
  } catch (error) {
    copy.abort();
    throw error;
  }
  await copy.end();
  return result;
}

function encode(value: CopyValue): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return escaped(value);
  // A Buffer from a worker thread arrives as a plain Uint8Array, so both are accepted.
  if (value instanceof Uint8Array) return `\\\\x${hexOf(value)}`;
  if (typeof value === 'object') return escaped(`{${value.map(arrayElement).join(',')}}`);
  return String(value);
}

function hexOf({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('hex');
}

function escaped(text: string): string {
  return /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (special) => ESCAPES[special]!) : text;
}

function arrayElement(value: string | number): string {
  if (typeof value === 'number') return String(value);
  return /["\\]/.test(value) ? `"${value.replace(/["\\]/g, '\\$&')}"` : `"${value}"`;
}

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
