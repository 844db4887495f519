/**
 * Thrown when a line cannot be parsed. It holds the place and the reason but never quotes the line, because
 * review texts must not reach a log.
 */
export class LineSyntaxError extends Error {
  /** A short kebab-case code, such as `unterminated-string`. */
  readonly reason: string;
  /** The column, counted from 1 in UTF-16 units. */
  readonly column: number;

  constructor(reason: string, column: number) {
    super(`${reason} at column ${column}`);
    this.name = new.target.name;
    this.reason = reason;
    this.column = column;
  }
}

/**
 * The greatest depth of nested brackets. Deeper ones are refused, as by Python's own tokenizer, to avoid a
 * stack overflow.
 */
export const MAX_DEPTH = 200;
