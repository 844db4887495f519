import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type postgres from 'postgres';

/** A value of a row; an array becomes a Postgres array, and bytes a `bytea`. */
export type CopyValue = string | number | boolean | null | Uint8Array | readonly (string | number)[];

/** The number of characters that a piece of rows has, about, when it is sent. */
const PIECE = 1 << 16;

/**
 * Rows on their way into one table through `COPY … FROM STDIN` in the text format.
 *
 * @see https://www.postgresql.org/docs/current/sql-copy.html#SQL-COPY-FILE-FORMATS-TEXT
 */
class CopyWriter {
  rows = 0;
  readonly #stream: Writable;
  #piece = '';

  private constructor(stream: Writable) {
    this.#stream = stream;
    // A failure is told by the next flush or by `end`; unheard until then, it would end the process.
    stream.on('error', () => {});
  }

  static async open(sql: postgres.ISql, table: string, columns: readonly string[]): Promise<CopyWriter> {
    return new CopyWriter(await sql`copy ${sql(table)} (${sql(columns)}) from stdin`.writable());
  }

  /** Adds a row that is already in COPY's text format, without its line end. For rows by the million. */
  addEncoded(row: string): void {
    this.rows++;
    this.#piece += `${row}\n`;
  }

  /** Adds a row, its values in the order of the columns. */
  add(values: readonly CopyValue[]): void {
    this.addEncoded(values.map(encode).join('\t'));
  }

  /** Sends what has gathered, and waits while the server is behind. To be called every some hundred rows. */
  async flush(force = false): Promise<void> {
    if (this.#piece.length < PIECE && !force) return;
    const piece = this.#piece;
    this.#piece = '';
    if (this.#stream.errored) throw this.#stream.errored;
    if (!this.#stream.write(piece)) await once(this.#stream, 'drain');
  }

  /** Tells the server that there is no more to come and that what came is not to be kept; the connection is free again. */
  abort(): void {
    this.#stream.destroy(new Error('the rows ended early'));
  }

  /** Sends the rest and waits until the server has all. Without `patches/` a refusal of the last rows would never come back. */
  async end(): Promise<void> {
    if (this.#piece !== '') await this.flush(true);
    this.#stream.end();
    await finished(this.#stream);
  }
}

export type { CopyWriter };

/**
 * Copies rows into a table: all that `fill` adds, or, where it throws, none.
 *
 * @param sql a connection of its own, not one that Drizzle has changed the parsers of
 * @param table its name, with schema where the search path does not say
 * @returns what `fill` returns
 * @throws what `fill` throws, and the server's refusal of a row
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
  // What comes out of a thread is no Buffer any more.
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
