/** The reasons for which a refresh ends without a result. */
export type RefreshFailure =
  | 'download-failed'
  | 'source-missing'
  | 'source-unreadable'
  | 'source-empty'
  | 'wrong-source'
  | 'already-running'
  | 'database-full'
  | 'database-gone'
  | 'cancelled';

/**
 * Thrown when a refresh ends without a result for a reason that its operator can do something about. The
 * message is a sentence for the operator.
 */
export class RefreshError extends Error {
  readonly failure: RefreshFailure;

  constructor(failure: RefreshFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'RefreshError';
    this.failure = failure;
  }
}

/**
 * Matches the codes of Node, postgres.js and Postgres (its documentation, appendix A) for a lost
 * connection to the database.
 */
const CONNECTION_LOST =
  /^(?:ECONN(?:REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|CONNECT_TIMEOUT|CONNECTION_(?:CLOSED|DESTROYED|ENDED)|57P0[123]|08\d{3})$/;

/** Postgres's code for a full disk. */
const DISK_FULL = '53100';

/**
 * Turns an error of the database that the operator can mend into a RefreshError.
 *
 * @returns any other error unchanged
 */
export function asRefreshError(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === DISK_FULL) {
    return new RefreshError(
      'database-full',
      "The database's disk is full. Free some space on it, and start the refresh again.",
      { cause: error },
    );
  }
  if (CONNECTION_LOST.test(code)) {
    return new RefreshError(
      'database-gone',
      `The connection to the database was lost during the refresh (${code}).`,
      {
        cause: error,
      },
    );
  }
  return error;
}
