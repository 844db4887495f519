import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { LOCKS } from './locks.ts';

/** Not one of the schemas that the migrations make: Drizzle makes its own first, to write down what it did. */
const MIGRATIONS_SCHEMA = 'steamscope_migrations';

const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../drizzle', import.meta.url));

/** The oldest Postgres that is supported, as `server_version_num` counts. */
const OLDEST_POSTGRES = 140000;

/** The server is older than what this program needs. */
export class OldPostgresError extends Error {
  constructor(version: string) {
    super(`Postgres 14 or later is needed; the server that DATABASE_URL names is ${version}.`);
    this.name = 'OldPostgresError';
  }
}

/**
 * Brings the database to this program's schema. Any number of processes may call it at once: one migrates,
 * the others wait.
 *
 * @param directUrl the server itself, not a pooler
 * @throws OldPostgresError
 */
export async function migrateDatabase(directUrl: string): Promise<void> {
  // One connection, so that the lock and the migrations share a session.
  const connection = postgres(directUrl, { max: 1, onnotice: () => {} });
  try {
    const [server] = await connection<{ version: string; number: number }[]>`
      select current_setting('server_version') as version, current_setting('server_version_num')::int as number`;
    if (server!.number < OLDEST_POSTGRES) throw new OldPostgresError(server!.version);
    await connection`select pg_advisory_lock(${LOCKS.migration})`;
    await migrate(drizzle(connection), {
      migrationsFolder: MIGRATIONS_FOLDER,
      migrationsSchema: MIGRATIONS_SCHEMA,
    });
  } finally {
    await connection.end();
  }
}
