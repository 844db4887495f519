import { ConfigError } from '../config/config.ts';
import { describeDatabaseFailure } from '../database/failures.ts';
import { EXIT } from './exit.ts';

/** The exit status and the message of a verb that failed. */
export interface Failure {
  /** One of {@link EXIT}. */
  status: number;
  /** The text for the person at the terminal. */
  message: string;
}

/**
 * The names of errors whose message says what the operator can do. Errors are recognised by name, so that their
 * modules need not be loaded.
 */
const FOR_THE_OPERATOR = [
  'EmbeddedServerError',
  'OldPostgresError',
  'NewerDatabaseError',
  'NotPostgresError',
  'FullDiskError',
  'PoolerError',
  'NoDatabaseError',
];

/**
 * Describes an error to the operator. Only an error that is a fault of the program itself is shown with its stack.
 *
 * @param error the error that a verb threw
 */
export function describeFailure(error: unknown): Failure {
  if (error instanceof ConfigError) {
    const lines = error.problems.map((problem) => `  ${problem}`).join('\n');
    return {
      status: EXIT.failure,
      message: `These settings are wrong; nothing was started. See .env.example.\n${lines}`,
    };
  }
  if (!(error instanceof Error)) return { status: EXIT.internal, message: String(error) };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code.startsWith('ERR_PARSE_ARGS')) return { status: EXIT.usage, message: error.message };
  if (FOR_THE_OPERATOR.includes(error.name)) return { status: EXIT.failure, message: error.message };
  const failure = describeDatabaseFailure(error);
  if (failure !== null) {
    const { message, cure } = failure;
    return {
      status: EXIT.failure,
      message: `The database cannot be used: ${message} (${failure.code}). ${cure}.`,
    };
  }
  return { status: EXIT.internal, message: error.stack ?? error.message };
}
