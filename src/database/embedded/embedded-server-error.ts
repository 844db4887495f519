/** Why the embedded server cannot be used. */
export type EmbeddedServerErrorCode =
  /** There is no binary package for this platform, or npm left it out. */
  | 'platform-package-missing'
  /** The binaries are there, but the user that the server must run as cannot run them. */
  | 'binaries-unusable'
  /** A folder or file cannot be read or written by whoever has to. */
  | 'no-permission'
  /** No space is left where the data lies. */
  | 'disk-full'
  /** The data was written by another major version of Postgres. */
  | 'version-mismatch'
  /** `<data folder>/postgres` holds something that is no cluster. */
  | 'not-a-cluster'
  /** A cluster is there, but the file with its password is not, or it holds another one. */
  | 'password-lost'
  /** Another program holds the lock of the data folder and does not let go. */
  | 'lock-timeout'
  /** A new cluster could not be made. */
  | 'initialisation-failed'
  /** The server did not come up, or one that is there does not answer. */
  | 'start-failed'
  /** The server did not end when it was told to. */
  | 'stop-failed';

/** The embedded Postgres server cannot be used; the message says why and what a person can do about it. */
export class EmbeddedServerError extends Error {
  override readonly name = 'EmbeddedServerError';
  readonly code: EmbeddedServerErrorCode;

  constructor(code: EmbeddedServerErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The code of a failed system call (`ENOENT`, `EACCES`…), if the error is one. */
export function systemErrorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/**
 * A failed system call, or the output of a failed Postgres program, as an error that names the cause where it is a
 * known one, and `otherwise` where it is not.
 */
export function asEmbeddedServerError(
  otherwise: EmbeddedServerErrorCode,
  what: string,
  cause: unknown,
): EmbeddedServerError {
  if (cause instanceof EmbeddedServerError) return cause;
  const text = cause instanceof Error ? cause.message : String(cause);
  const options = cause instanceof Error ? { cause } : {};
  if (/ENOSPC|EDQUOT|No space left on device|Disk quota exceeded/i.test(text)) {
    return new EmbeddedServerError('disk-full', `${what}: no space is left on the disk. ${text}`, options);
  }
  if (/EACCES|EPERM|EROFS|Permission denied|Operation not permitted|Read-only file system/i.test(text)) {
    return new EmbeddedServerError('no-permission', `${what}: permission was refused. ${text}`, options);
  }
  return new EmbeddedServerError(otherwise, `${what}. ${text}`, options);
}
