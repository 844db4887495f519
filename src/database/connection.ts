import { connect } from 'node:net';
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type postgres from 'postgres';
import { readPostgresAddress } from '../platform/postgres-address.ts';
import { type AnswersRole, embeddedAnswersRole, namedAnswersRole } from './answers-role.ts';
import { openClient, POOLED } from './driver/open-client.ts';
import { countQueries, type QueryLoad } from './driver/query-load.ts';
import type { Announce, EmbeddedServer } from './embedded/server.ts';
import { PoolerError, sharesSessions } from './pooler.ts';
import { closeToOthers } from './private-folder.ts';
import { probeServer } from './probe.ts';

/** A postgres.js client, or a transaction of one, for raw SQL and COPY. */
export type Connection = postgres.ISql;

/** The settings that say where the database is. */
export interface DatabaseSettings {
  /** The address of a Postgres server, or of a pooler before it; unset: the embedded server in `dataFolder`. */
  databaseUrl?: string | undefined;
  /** The address of the server itself, where `databaseUrl` is a pooler in transaction mode; unset: `databaseUrl`. */
  databaseDirectUrl?: string | undefined;
  /** The folder of the embedded server; it is unused where `databaseUrl` is set. */
  dataFolder: string;
}

/** An open database. */
export interface Database {
  /** A pool of connections for questions; it also works behind a pooler in transaction mode. */
  readonly answers: PostgresJsDatabase;
  /**
   * Connections for reading and writing the tables that no refresh replaces. They lead to the server itself, because
   * `answers` may lead to a replica.
   */
  readonly records: PostgresJsDatabase;
  /**
   * A client of the server itself, for COPY, migrations and locks. It is not shared with Drizzle, which changes the
   * parsers of its client.
   */
  readonly direct: postgres.Sql;
  /** The address that `direct` connects to now, with its password: a secret. The embedded server's port may change. */
  readonly directUrl: string;
  /**
   * Deletes the ballast of the embedded server, for a change on a full disk, and returns whether there was one; null for any
   * other server.
   */
  readonly makeRoom: (() => Promise<boolean>) | null;
  /**
   * The role of `answers`, where that is not the owner of the tables; migrations give it its rights. `records` has it too,
   * unless `answers` lead to another server.
   */
  readonly answersRole: AnswersRole | null;
  /** Rejects when the embedded server is gone for good, so that only a new start of the program helps. It never resolves. */
  readonly lost: Promise<never>;
  /** Counts the queries that run and wait on the connections of `answers` now. */
  load(): QueryLoad;
  /** Closes every connection, and stops the embedded server if no other process uses it. */
  close(): Promise<void>;
}

/** The number of connections that answers share. */
const ANSWER_CONNECTIONS = 8;

/** Seconds that a running query has to end when the connections are closed. */
const CLOSE_PATIENCE_S = 0.5;

/** Seconds between two attempts to connect, at most: a server that is back is found soon. */
const LONGEST_BACKOFF_S = 2;

/** Milliseconds after which the server cancels an answer's query, so that a query gone wrong frees its connection. */
const ANSWER_TIMEOUT_MS = 10_000;

/**
 * Opens the database. Starts or joins the embedded server where the settings name no other.
 *
 * @param log gets the messages of the embedded server, one line each
 * @throws EmbeddedServerError when the embedded server cannot start; Node's errors when a named one cannot be reached;
 *   NotPostgresError when it is no Postgres server; PoolerError when there is a pooler in transaction mode in its place
 */
export async function openDatabase(settings: DatabaseSettings, log: Announce = () => {}): Promise<Database> {
  await closeToOthers(settings.dataFolder);
  const server = settings.databaseUrl === undefined ? await embeddedServer(settings.dataFolder, log) : null;
  const directUrl = settings.databaseDirectUrl ?? settings.databaseUrl ?? server!.url;
  const { url, answersRole } =
    server === null
      ? { url: settings.databaseUrl!, answersRole: namedAnswersRole(settings.databaseUrl!, directUrl) }
      : embeddedAnswersRole(server.url);
  const pooled = !isSamePlace(url, directUrl);
  if (answersRole === null) {
    log(
      'Answers are given with the role that owns the tables; docs/operating.md says how to give them one of their own.',
      'info',
    );
  }

  const quiet = {
    onnotice: () => {},
    backoff: (failures: number) => Math.min(LONGEST_BACKOFF_S, 0.1 * 2 ** failures),
    ...(server === null ? {} : following(server)),
  };
  const pool = openClient(url, {
    ...quiet,
    max: ANSWER_CONNECTIONS,
    fetch_types: false,
    // A pooler takes no start-up parameters.
    ...(pooled ? POOLED : { connection: { statement_timeout: ANSWER_TIMEOUT_MS } }),
  });
  const { client, load } = countQueries(pool, ANSWER_CONNECTIONS);
  const direct = openClient(directUrl, { ...quiet, max: 3 });
  // postgres.js opens the connections with the first query.
  const lasting = pooled ? openClient(directUrl, { ...quiet, max: 2, fetch_types: false }) : pool;
  if (server === null) {
    for (const named of pooled ? [pool, direct] : [pool]) await probeServer(named);
    if (await sharesSessions(directUrl)) {
      throw new PoolerError(pooled ? 'DATABASE_DIRECT_URL' : 'DATABASE_URL');
    }
  }

  const answers = drizzle(client);
  return {
    answers,
    records: lasting === pool ? answers : drizzle(lasting),
    direct,
    makeRoom: server?.makeRoom ?? null,
    answersRole,
    get directUrl() {
      return server?.url ?? directUrl;
    },
    lost: server?.lost ?? new Promise<never>(() => {}),
    load,
    async close() {
      const clients = new Set([pool, direct, lasting]);
      await Promise.all([...clients].map((client) => client.end({ timeout: CLOSE_PATIENCE_S })));
      await server?.release();
    },
  };
}

/** Whether two addresses lead to the same database of the same server, maybe as different users. */
function isSamePlace(one: string, other: string): boolean {
  const [first, second] = [one, other].map((address) => {
    const { hosts, database, user, pooler } = readPostgresAddress(address);
    return JSON.stringify([hosts, database ?? user, pooler]);
  });
  return first === second;
}

/** Seconds that a connection to the embedded server may take: another program on its port may never answer. */
const LOCAL_CONNECT_TIMEOUT_S = 10;

/** Options for clients of the embedded server: each new connection goes to the port that the server has by then. */
function following(server: EmbeddedServer): object {
  return {
    socket: () => connect(server.port, '127.0.0.1'),
    connect_timeout: LOCAL_CONNECT_TIMEOUT_S,
  };
}

/**
 * Loads the module of the embedded server only when it is needed, so that a program on
 * another server starts faster.
 */
async function embeddedServer(dataFolder: string, log: Announce) {
  const { acquireEmbeddedServer } = await import('./embedded/server.ts');
  return acquireEmbeddedServer({ dataFolder, log });
}
