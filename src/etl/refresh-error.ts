/** Why a refresh ended without a new data set. */
export type RefreshFailure =
  | 'download-failed'
  | 'source-missing'
  | 'source-unreadable'
  | 'source-empty'
  | 'wrong-source'
  | 'too-many-rejected'
  | 'looks-poorer'
  | 'already-running';

/** A refresh that ended without a new data set, for a reason that its operator can do something about. */
export class RefreshError extends Error {
  readonly failure: RefreshFailure;

  constructor(failure: RefreshFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'RefreshError';
    this.failure = failure;
  }
}
