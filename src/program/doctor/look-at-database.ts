import type { Config } from '../../config/config.ts';
import { EmbeddedServerError } from '../../database/embedded/embedded-server-error.ts';
import { describeDatabaseFailure, TRANSACTION_POOLER } from '../../database/failures.ts';
import { type DatabaseState, inspectDatabase } from '../../database/inspect.ts';
import { LEADS_TO_POOLER, sharesSessions } from '../../database/pooler.ts';
import { NotPostgresError } from '../../database/probe.ts';
import { shownPostgresAddress } from '../../platform/postgres-address.ts';
import { withoutSecrets } from '../../platform/secrets.ts';
import { type Finding, ok, reasonOf, warning, wrong } from './check.ts';

/** The state of a database, or the finding that says why it could not be read. */
export type Looked = { state: DatabaseState } | { finding: Finding };

/**
 * Reads the state of the database server itself, not of the pooler before it.
 *
 * @param limitMs milliseconds to connect
 */
export function lookAtDatabase(config: Config, limitMs: number): Promise<Looked> {
  const { databaseUrl, databaseDirectUrl, dataFolder } = config;
  if (databaseDirectUrl !== undefined) return lookAtDirect(databaseDirectUrl, 'DATABASE_DIRECT_URL', limitMs);
  if (databaseUrl !== undefined) return lookAtDirect(databaseUrl, 'DATABASE_URL', limitMs);
  return lookAtEmbedded(dataFolder, limitMs);
}

/** Reads the state of a server that must not be a pooler in transaction mode. */
async function lookAtDirect(url: string, setting: string, limitMs: number): Promise<Looked> {
  const looked = await lookAtServer(url, setting, limitMs);
  if ('finding' in looked || !(await sharesSessions(url, { connect_timeout: limitMs / 1000 }))) return looked;
  return { finding: wrong(`${setting} ${LEADS_TO_POOLER}`, TRANSACTION_POOLER) };
}

async function lookAtEmbedded(dataFolder: string, limitMs: number): Promise<Looked> {
  // The module is loaded only here, because a program on another server does not need it.
  const { lookAtEmbeddedServer } = await import('../../database/embedded/look.ts');
  try {
    const embedded = await lookAtEmbeddedServer(dataFolder);
    if (embedded.state === 'running') return await lookAtServer(embedded.url, 'DATA_FOLDER', limitMs);
    const finding = {
      none: ok(`the embedded one; it is made in ${dataFolder} at the first start`),
      stopped: ok(`the embedded one in ${dataFolder}; it is stopped, as nothing uses it`),
      starting: warning('the embedded one is starting', 'Try again in a minute'),
      stopping: warning('the embedded one is stopping', 'Try again in a minute'),
    }[embedded.state];
    return { finding };
  } catch (error) {
    if (!(error instanceof EmbeddedServerError)) throw error;
    return { finding: { outcome: 'wrong', message: error.message } };
  }
}

/**
 * Reads the state of a server.
 *
 * @param setting the setting that has the server's address
 * @param limitMs milliseconds to connect
 */
export async function lookAtServer(url: string, setting: string, limitMs: number): Promise<Looked> {
  try {
    return { state: await inspectDatabase(url, limitMs) };
  } catch (error) {
    const { message, cure } = whyNot(error) ?? {
      message: `it cannot be used (${reasonOf(error)})`,
      cure: 'Give the address of a Postgres server, such as postgres://user@host:5432/name',
    };
    const where = setting === 'DATA_FOLDER' ? 'the embedded server' : shownPostgresAddress(url);
    return { finding: wrong(`${setting}, ${where}: ${withoutSecrets(message)}`, cure) };
  }
}

/** The fault of a server that a person can mend, and the remedy; null for any other error. */
function whyNot(error: unknown): { message: string; cure: string } | null {
  return error instanceof NotPostgresError
    ? { message: error.fault, cure: 'Set it to the address of a Postgres server' }
    : describeDatabaseFailure(error);
}
