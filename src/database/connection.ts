import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { type QueryLoad, watchQueries } from './query-load.ts';

/** Raw SQL and COPY: a client, or a transaction of one. */
export type Connection = postgres.ISql;

/** Where the database is. */
export interface DatabaseSettings {
  /** A Postgres server, or a pooler before it; unset: the embedded server in `dataFolder`. */
  databaseUrl?: string | undefined;
  /** The server itself, where `databaseUrl` is a pooler in transaction mode. */
  databaseDirectUrl?: string | undefined;
  dataFolder: string;
}

/** An open database. */
export interface Database {
  /** For answers: pooled, safe behind a pooler in transaction mode. */
  readonly answers: PostgresJsDatabase;
  /**
   * For COPY, migrations and locks: a client to the server itself. Drizzle changes the parsers of the client that
   * it is given, so this is another one.
   */
  readonly direct: postgres.Sql;
  /** Where `direct` leads; a secret. */
  readonly directUrl: string;
  /** How busy the connections of `answers` are now. */
  load(): QueryLoad;
  /** Closes every connection, and stops the embedded server if nobody else uses it. */
  close(): Promise<void>;
}

/** Answers wait for one of so many connections. */
const ANSWER_CONNECTIONS = 8;

/**
 * Opens the database, starting the embedded server where no other is named.
 *
 * @throws EmbeddedServerError when the embedded server cannot start; postgres.js's errors when a named one cannot be reached
 */
export async function openDatabase(
  settings: DatabaseSettings,
  log: (message: string) => void = () => {},
): Promise<Database> {
  const server = settings.databaseUrl === undefined ? await embeddedServer(settings.dataFolder, log) : null;
  const url = settings.databaseUrl ?? server!.url;
  const directUrl = settings.databaseDirectUrl ?? url;
  const pooled = settings.databaseDirectUrl !== undefined && settings.databaseDirectUrl !== url;

  const quiet = { onnotice: () => {} };
  const pool = postgres(url, { ...quiet, max: ANSWER_CONNECTIONS, prepare: !pooled, fetch_types: false });
  if (pooled) requireParameters(pool);
  const load = watchQueries(pool, ANSWER_CONNECTIONS);
  const direct = postgres(directUrl, { ...quiet, max: 3 });

  return {
    answers: drizzle(pool),
    direct,
    directUrl,
    load,
    async close() {
      await Promise.all([pool.end({ timeout: 1 }), direct.end({ timeout: 1 })]);
      await server?.release();
    },
  };
}

/**
 * Refuses queries without parameters, which go another way through the protocol. Where a connection mixes both ways,
 * pgbouncer 1.18 in transaction mode was seen to keep answers back for ever; better to fail than to hang. (Nor do named
 * prepared statements work there: `prepare` is off.)
 */
function requireParameters(pool: postgres.Sql): void {
  const unsafe = pool.unsafe.bind(pool);
  pool.unsafe = (query, parameters, options) => {
    if (!parameters?.length) throw new Error(`behind a pooler a query needs a parameter: ${query}`);
    return unsafe(query, parameters, options);
  };
}

/** The module is loaded only where it is needed: a program on a named server starts without it. */
async function embeddedServer(dataFolder: string, log: (message: string) => void) {
  const { acquireEmbeddedServer } = await import('./embedded/server.ts');
  return acquireEmbeddedServer({ dataFolder, log });
}
