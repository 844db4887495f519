import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { countQueries, type QueryLoad } from './driver/query-load.ts';

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
  /** For what lasts, also to be written: on the server itself, where answers may come from a replica. */
  readonly records: PostgresJsDatabase;
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

/** What is still under way when all is closed has so long, in seconds. */
const CLOSE_PATIENCE_S = 0.5;

/** An answer whose query takes longer has gone wrong: it must not hold its connection for ever. */
const ANSWER_TIMEOUT_MS = 10_000;

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
  const pool = postgres(url, {
    ...quiet,
    max: ANSWER_CONNECTIONS,
    fetch_types: false,
    // A pooler takes no start-up parameters.
    ...(pooled ? POOLED : { connection: { statement_timeout: ANSWER_TIMEOUT_MS } }),
  });
  const { client, load } = countQueries(pool, ANSWER_CONNECTIONS);
  const direct = postgres(directUrl, { ...quiet, max: 3 });
  // Connected to when it is needed first.
  const lasting = pooled ? postgres(directUrl, { ...quiet, max: 2, fetch_types: false }) : pool;

  const answers = drizzle(client);
  return {
    answers,
    records: lasting === pool ? answers : drizzle(lasting),
    direct,
    directUrl,
    load,
    async close() {
      const clients = new Set([pool, direct, lasting]);
      await Promise.all([...clients].map((client) => client.end({ timeout: CLOSE_PATIENCE_S })));
      await server?.release();
    },
  };
}

/**
 * How connections are used behind a pooler in transaction mode. There are no named prepared statements there. And a query
 * waits until the one before it on its connection is through: postgres.js asks for the types of parameters first, and where it
 * does so while another answer is under way, pgbouncer 1.18 was seen to keep both back for ever.
 */
const POOLED: postgres.Options<Record<string, never>> & { max_pipeline: number } = {
  prepare: false,
  max_pipeline: 0,
};

/** The module is loaded only where it is needed: a program on a named server starts without it. */
async function embeddedServer(dataFolder: string, log: (message: string) => void) {
  const { acquireEmbeddedServer } = await import('./embedded/server.ts');
  return acquireEmbeddedServer({ dataFolder, log });
}
