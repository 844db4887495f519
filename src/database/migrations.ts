import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import type postgres from 'postgres';
import { type AnswersRole, admitAnswersRole } from './answers-role.ts';
import { openClient } from './driver/open-client.ts';
import type { Announce } from './embedded/server.ts';
import { LOCKS } from './locks.ts';

/**
 * The schema in which Drizzle notes which migrations have been run. Drizzle creates it
 * itself, before the first one.
 */
export const MIGRATIONS_SCHEMA = 'steamscope_migrations';

const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../drizzle', import.meta.url));

/** The oldest version of Postgres that works, as `server_version_num` has it. */
export const OLDEST_POSTGRES = 140000;

/** The Postgres server is older than {@link OLDEST_POSTGRES}. */
class OldPostgresError extends Error {
  constructor(version: string) {
    super(`Postgres 14 or later is needed; the server that DATABASE_URL names is ${version}.`);
    this.name = 'OldPostgresError';
  }
}

/** A newer version of this program has migrated the database, so this version cannot use it. */
export class NewerDatabaseError extends Error {
  constructor(unknown: number) {
    super(
      `A newer version of Steamscope has changed this database (migrations unknown here: ${unknown}), and this one ` +
        'cannot use it. Nothing has been changed. Run the newer version, or give this one another database: another ' +
        'DATA_FOLDER or DATABASE_URL.',
    );
    this.name = 'NewerDatabaseError';
  }
}

/** How far a database has been migrated, counted in migrations. */
export interface MigrationState {
  /** This version's migrations that have been run. */
  applied: number;
  /** This version's migrations that the next start will run. */
  pending: number;
  /** Migrations that have been run, but that only a newer version of the program has. */
  unknown: number;
}

/** Reads how far a database has been migrated, and changes nothing. */
export async function readMigrationState(connection: postgres.Sql): Promise<MigrationState> {
  // Drizzle identifies a migration by the time of its creation.
  const ours = readMigrationFiles({ migrationsFolder: MIGRATIONS_FOLDER }).map((file) => file.folderMillis);
  const table = `${MIGRATIONS_SCHEMA}.__drizzle_migrations`;
  const [found] = await connection<{ there: boolean }[]>`select to_regclass(${table}) is not null as there`;
  const rows = found!.there
    ? await connection<{ made: string }[]>`select created_at::text as made from ${connection(table)}`
    : [];
  const run = new Set(rows.map(({ made }) => Number(made)));
  const applied = ours.filter((made) => run.has(made)).length;
  return { applied, pending: ours.length - applied, unknown: run.size - applied };
}

/** Milliseconds between two attempts to take the lock of migrations. */
const TRY_EVERY_MS = 200;

/** Milliseconds of waiting for that lock after which the log says so, where the options name no other number. */
const FIRST_TOLD_MS = 5_000;

/** Ways to run migrations. */
export interface MigrationOptions {
  /** The role that answers are given with, which gets its rights here; null where it is the owner. */
  answersRole?: AnswersRole | null;
  /** Whether a database without a single table of this program is left as it is. */
  existing?: boolean;
  /** Gets a line where another process is waited for. */
  announce?: Announce;
  /** Milliseconds of waiting after which the first such line comes; each further one takes twice as long. */
  firstToldMs?: number;
}

/**
 * Runs the migrations that the database lacks. Any number of processes may call it at once: one of them
 * migrates while the others wait. Migrations cannot be undone, so a database that a newer version has migrated
 * is refused and left unchanged.
 *
 * @param directUrl the address of the server itself, not of a pooler
 * @returns whether the database has the tables now; false only with `existing`
 * @throws OldPostgresError, NewerDatabaseError
 */
export async function migrateDatabase(
  directUrl: string,
  {
    answersRole = null,
    existing = false,
    announce = () => {},
    firstToldMs = FIRST_TOLD_MS,
  }: MigrationOptions = {},
): Promise<boolean> {
  // One connection holds the lock, and the other one works.
  const connection = openClient(directUrl, { max: 2, onnotice: () => {} });
  try {
    const [server] = await connection<{ version: string; number: number }[]>`
      select current_setting('server_version') as version, current_setting('server_version_num')::int as number`;
    if (server!.number < OLDEST_POSTGRES) throw new OldPostgresError(server!.version);
    return await connection.begin(async (lock) => {
      await takeLock(lock, announce, firstToldMs);
      const { applied, unknown } = await readMigrationState(connection);
      if (unknown > 0) throw new NewerDatabaseError(unknown);
      if (existing && applied === 0) return false;
      await migrate(drizzle(connection), {
        migrationsFolder: MIGRATIONS_FOLDER,
        migrationsSchema: MIGRATIONS_SCHEMA,
      });
      if (answersRole !== null) await admitAnswersRole(connection, answersRole);
      return true;
    });
  } finally {
    await connection.end();
  }
}

/**
 * Takes the lock of migrations until the transaction ends. A lock of a session would stay behind where a pooler keeps the session
 * of a program that has ended; and a lock that is waited for in the server says nothing about its holder.
 */
async function takeLock(
  transaction: postgres.TransactionSql,
  announce: Announce,
  firstToldMs: number,
): Promise<void> {
  await transaction`set local idle_in_transaction_session_timeout = 0`;
  const began = performance.now();
  let tellAfterMs = firstToldMs;
  for (;;) {
    const [row] = await transaction<{ taken: boolean }[]>`
      select pg_try_advisory_xact_lock(${LOCKS.migration}) as taken`;
    if (row!.taken) return;
    if (performance.now() - began >= tellAfterMs) {
      tellAfterMs *= 2;
      announce(await describeHolder(transaction), 'warn');
    }
    await delay(TRY_EVERY_MS);
  }
}

/** The session that holds the lock of migrations, in words for the operator. */
async function describeHolder(sql: postgres.ISql): Promise<string> {
  const [holder] = await sql<{ pid: number; client: string | null; since: Date }[]>`
    select pid, host(client_addr) as client, backend_start as since
    from pg_locks join pg_stat_activity using (pid)
    where locktype = 'advisory' and granted and objid = ${LOCKS.migration}
      and pg_locks.database = (select oid from pg_database where datname = current_database())
    limit 1`;
  if (holder === undefined) return 'waiting for another process to migrate the database';
  const { pid, client, since } = holder;
  return (
    `waiting for another process to migrate the database: session ${pid} of ${client ?? 'this machine'}, connected since ` +
    `${since.toISOString()}. If no other Steamscope is starting, end that session: select pg_terminate_backend(${pid})`
  );
}
