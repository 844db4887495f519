import { fileURLToPath } from 'node:url';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import type postgres from 'postgres';
import { type AnswersRole, admitAnswersRole } from './answers-role.ts';
import { openClient } from './driver/open-client.ts';
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

/**
 * Runs the migrations that the database lacks. Any number of processes may call it at once: one of them
 * migrates while the others wait. Migrations cannot be undone, so a database that a newer version has migrated
 * is refused and left unchanged.
 *
 * @param directUrl the address of the server itself, not of a pooler
 * @param answersRole the role that answers are given with, which gets its rights here; null where it is the owner
 * @throws OldPostgresError, NewerDatabaseError
 */
export async function migrateDatabase(
  directUrl: string,
  answersRole: AnswersRole | null = null,
): Promise<void> {
  // One connection, so that the lock and the migrations share a session.
  const connection = openClient(directUrl, { max: 1, onnotice: () => {} });
  try {
    const [server] = await connection<{ version: string; number: number }[]>`
      select current_setting('server_version') as version, current_setting('server_version_num')::int as number`;
    if (server!.number < OLDEST_POSTGRES) throw new OldPostgresError(server!.version);
    await connection`select pg_advisory_lock(${LOCKS.migration})`;
    const { unknown } = await readMigrationState(connection);
    if (unknown > 0) throw new NewerDatabaseError(unknown);
    await migrate(drizzle(connection), {
      migrationsFolder: MIGRATIONS_FOLDER,
      migrationsSchema: MIGRATIONS_SCHEMA,
    });
    if (answersRole !== null) await admitAnswersRole(connection, answersRole);
  } finally {
    await connection.end();
  }
}
