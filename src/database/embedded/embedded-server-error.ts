/** The reason why the embedded server cannot be used. */
export type EmbeddedServerErrorCode =
  /** There is no binary package for this platform, or npm left it out. */
  | 'platform-package-missing'
  /** The binaries are there, but the user that the server must run as cannot run them. */
  | 'binaries-unusable'
  /** This process, or the server's user, has no right to a folder or file that it has to read or write. */
  | 'no-permission'
  /** No space is left where the data lies. */
  | 'disk-full'
  /** The data was written by another major version of Postgres. */
  | 'version-mismatch'
  /** `<data folder>/postgres` holds files, but no cluster. */
  | 'not-a-cluster'
  /** The data folder was removed while its server ran. */
  | 'folder-gone'
  /** The file with the cluster's password is missing, or holds another password. */
  | 'password-lost'
  /** Another program has held the lock of the data folder for too long. */
  | 'lock-timeout'
  /** A new cluster could not be made. */
  | 'initialisation-failed'
  /** The server did not start, or one that is running does not answer. */
  | 'start-failed'
  /** The server did not stop when it was told to. */
  | 'stop-failed';

/** The embedded Postgres server cannot be used. The message says why, and what the operator can do about it. */
export class EmbeddedServerError extends Error {
  override readonly name = 'EmbeddedServerError';
  readonly code: EmbeddedServerErrorCode;

  constructor(code: EmbeddedServerErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The code of a failed system call (`ENOENT`, `EACCES` …); undefined for any other error. */
export function systemErrorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/**
 * Turns the error of a failed system call, or the output of a failed Postgres program, into an EmbeddedServerError.
 *
 * @param otherwise the code where the cause is neither a full disk nor a missing right
 * @param what the action that failed; it begins the message
 * @param cause an error, or the text of an output; an EmbeddedServerError is returned as it is
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
    return new EmbeddedServerError(
      'disk-full',
      `${what}: no space is left on the disk. Free a few megabytes there; the folder downloads beside the database may be emptied. ${text}`,
      options,
    );
  }
  if (/EACCES|EPERM|EROFS|Permission denied|Operation not permitted|Read-only file system/i.test(text)) {
    return new EmbeddedServerError('no-permission', `${what}: permission was refused. ${text}`, options);
  }
  return new EmbeddedServerError(otherwise, `${what}. ${text}`, options);
}
