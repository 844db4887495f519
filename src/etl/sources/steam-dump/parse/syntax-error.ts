/** Where a line stops being readable and why. It never quotes the line: review texts must not reach a log. */
export class LineSyntaxError extends Error {
  /** A short kebab-case code, such as `unterminated-string`. */
  readonly reason: string;
  /** 1-based, in UTF-16 units. */
  readonly column: number;

  constructor(reason: string, column: number) {
    super(`${reason} at column ${column}`);
    this.name = new.target.name;
    this.reason = reason;
    this.column = column;
  }
}

/** Deeper nesting than this is refused, as Python's own tokenizer does: an error, not a stack overflow. */
export const MAX_DEPTH = 200;
