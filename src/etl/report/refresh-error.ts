/** Why a refresh ended without a result. */
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

/** A refresh that ended without a result, for a reason that its operator can do something about. */
export class RefreshError extends Error {
  readonly failure: RefreshFailure;

  constructor(failure: RefreshFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'RefreshError';
    this.failure = failure;
  }
}

/** Node's, postgres.js's and Postgres's codes (its documentation, appendix A) for a database that went away meanwhile. */
const GONE =
  /^(?:ECONN(?:REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|CONNECT_TIMEOUT|CONNECTION_(?:CLOSED|DESTROYED|ENDED)|57P0[123]|08\d{3})$/;

const DISK_FULL = '53100';

/** A failure of the database in words for whoever can mend it; anything else as it is. */
export function asRefreshError(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === DISK_FULL) {
    return new RefreshError('database-full', 'The disk of the database is full.', { cause: error });
  }
  if (GONE.test(code)) {
    return new RefreshError('database-gone', `The database went away while it ran (${code}).`, {
      cause: error,
    });
  }
  return error;
}
