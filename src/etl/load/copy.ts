import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { Connection } from '../../database/connection.ts';

/** A value of a row; an array becomes a Postgres array. */
export type CopyValue = string | number | boolean | null | readonly (string | number)[];

/** Rows are sent in pieces of about this many characters. */
const PIECE = 1 << 16;

/**
 * Rows on their way into one table through `COPY … FROM STDIN` in the text format.
 *
 * @see https://www.postgresql.org/docs/current/sql-copy.html#SQL-COPY-FILE-FORMATS-TEXT
 */
export class CopyWriter {
  rows = 0;
  readonly #stream: Writable;
  #piece = '';

  private constructor(stream: Writable) {
    this.#stream = stream;
    // A failure of the server is told by the next write or by `end`; without a listener it would end the process.
    stream.on('error', () => {});
  }

  /**
   * @param sql a connection of its own, not one that Drizzle has changed the parsers of
   * @param table its name, with schema where the search path does not say
   */
  static async open(sql: Connection, table: string, columns: readonly string[]): Promise<CopyWriter> {
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

  /** Sends the rest and waits until the server has all. */
  async end(): Promise<number> {
    if (this.#piece !== '') await this.flush(true);
    this.#stream.end();
    await finished(this.#stream);
    return this.rows;
  }
}

function encode(value: CopyValue): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return escape(value);
  if (typeof value === 'object') return escape(`{${value.map(arrayElement).join(',')}}`);
  return String(value);
}

function escape(text: string): string {
  return /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (special) => ESCAPES[special]!) : text;
}

function arrayElement(value: string | number): string {
  return typeof value === 'number' ? String(value) : `"${value.replace(/["\\]/g, '\\$&')}"`;
}

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
