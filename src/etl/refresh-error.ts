/** Why a refresh ended without a result. */
export type RefreshFailure =
  | 'download-failed'
  | 'source-missing'
  | 'source-unreadable'
  | 'source-empty'
  | 'wrong-source'
  | 'already-running'
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
