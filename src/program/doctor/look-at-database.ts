import type { Config } from '../../config/config.ts';
import { EmbeddedServerError } from '../../database/embedded/embedded-server-error.ts';
import { type DatabaseState, inspectDatabase } from '../../database/inspect.ts';
import { NotPostgresError } from '../../database/probe.ts';
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
  if (databaseDirectUrl !== undefined) return lookAtServer(databaseDirectUrl, 'DATABASE_DIRECT_URL', limitMs);
  if (databaseUrl !== undefined) return lookAtServer(databaseUrl, 'DATABASE_URL', limitMs);
  return lookAtEmbedded(dataFolder, limitMs);
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
    const { host, username, pathname } = new URL(url);
    const whyNot =
      error instanceof NotPostgresError
        ? { message: error.fault, cure: 'Set it to the address of a Postgres server' }
        : WHY_NOT[reasonOf(error)];
    const why = whyNot ?? {
      message: `it cannot be used (${reasonOf(error)})`,
      cure: 'Set it to the address of a Postgres server, such as postgres://user@host:5432/name',
    };
    const where = `${username}@${host}${pathname}`;
    return { finding: wrong(`${setting}, ${where}: ${why.message}`, why.cure) };
  }
}

/** Reasons and remedies by code: Node's, postgres.js's, and SQLSTATEs (Postgres documentation, appendix A). */
const WHY_NOT: Record<string, { message: string; cure: string }> = {
  ECONNREFUSED: {
    message: 'no server listens there',
    cure: 'Start the server, or set the right host and port',
  },
  ENOTFOUND: { message: 'there is no such host', cure: 'Set the right host' },
  EAI_AGAIN: { message: 'the name of the host cannot be looked up', cure: 'Set the right host, or mend DNS' },
  CONNECT_TIMEOUT: {
    message: 'it does not answer',
    cure: 'Check that the host is right, the server runs, and no firewall is in between',
  },
  '28P01': { message: 'the password is not accepted', cure: 'Set the right user and password' },
  '28000': {
    message: 'the server does not let this user in',
    cure: "Add the user or this machine to the server's pg_hba.conf",
  },
  '57P03': { message: 'it is starting or stopping', cure: 'Try again in a minute' },
  '3D000': { message: 'there is no such database', cure: 'Make it (createdb), or set the right name' },
  '42501': {
    message: 'this user may not connect to the database',
    cure: 'Run: grant connect on database … to …',
  },
  '53300': {
    message: 'it has no free connection',
    cure: "Raise the server's max_connections, or put a pooler before it (docs/scaling.md)",
  },
};
