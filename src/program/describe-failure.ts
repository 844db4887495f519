import { ConfigError } from '../config/config.ts';
import { EXIT } from './exit.ts';

/** How a verb ended that did not do what it was told. */
export interface Failure {
  status: number;
  /** For the person at the terminal. */
  message: string;
}

/** Errors whose message says what a person can do. Known by name, so that their modules are not loaded for it. */
const TELLING = ['EmbeddedServerError', 'OldPostgresError', 'NewerDatabaseError'];

/** Node's and postgres.js's codes for an address where nothing answers, or that refuses who asks. */
const UNREACHABLE =
  /^(?:ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|CONNECT_TIMEOUT|CONNECTION_(?:CLOSED|DESTROYED|ENDED)|57P0[123]|28P01|28000|3D000|42501)$/;

/**
 * What went wrong, in words for whoever can mend it, and the exit status. Only a failure of ours is shown with its stack.
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
  if (TELLING.includes(error.name)) return { status: EXIT.failure, message: error.message };
  if (UNREACHABLE.test(code)) {
    return {
      status: EXIT.failure,
      message: `The database does not let us in (${code}). Is DATABASE_URL right?`,
    };
  }
  return { status: EXIT.internal, message: error.stack ?? error.message };
}
