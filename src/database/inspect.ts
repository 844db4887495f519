import postgres from 'postgres';
import { MIGRATIONS_SCHEMA, type MigrationState, readMigrationState } from './migrations.ts';
import { TEMPLATE_SCHEMA } from './schema/data-set.ts';
import { LASTING_SCHEMA } from './schema/lasting.ts';

/** What a database is like, as far as this program needs something of it. */
export interface DatabaseState {
  /** Such as `17.2`. */
  version: string;
  /** As `server_version_num` counts: 170002. */
  versionNumber: number;
  database: string;
  role: string;
  /** Such as `UTF8`. */
  encoding: string;
  /** A replica, or one that is set so. */
  readOnly: boolean;
  /** Whether the role may make schemas, which every refresh does. */
  mayCreate: boolean;
  /** The program's schemas of which another role owns something. */
  notOwned: string[];
  /** Null where the role may not look. */
  migrations: MigrationState | null;
  /** By how much this machine's clock is ahead of the server's, in milliseconds. */
  clockAheadMs: number;
}

/**
 * Looks at a database and changes nothing.
 *
 * @param limitMs for a connection
 * @throws postgres.js's errors where the database lets nobody in
 */
export async function inspectDatabase(url: string, limitMs: number): Promise<DatabaseState> {
  const sql = postgres(url, {
    max: 1,
    connect_timeout: limitMs / 1000,
    prepare: false,
    fetch_types: false,
    onnotice: () => {},
  });
  try {
    const [state] = await sql<Omit<DatabaseState, 'migrations' | 'notOwned' | 'clockAheadMs'>[]>`
      select split_part(current_setting('server_version'), ' ', 1) as version,
        current_setting('server_version_num')::int as "versionNumber",
        current_database() as database, current_user as role,
        current_setting('server_encoding') as encoding,
        pg_is_in_recovery() or current_setting('default_transaction_read_only')::bool as "readOnly",
        has_database_privilege(current_database(), 'create') as "mayCreate"`;
    const notOwned = await sql<{ name: string }[]>`
      select nspname as name from pg_namespace
      where nspname in (${LASTING_SCHEMA}, ${TEMPLATE_SCHEMA}, ${MIGRATIONS_SCHEMA})
        and (not pg_has_role(nspowner, 'usage')
          or exists (select from pg_class where relnamespace = pg_namespace.oid and not pg_has_role(relowner, 'usage')))
      order by nspname`;
    const asked = Date.now();
    const [clock] = await sql<{ ms: number }[]>`
      select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms`;
    return {
      ...state!,
      notOwned: notOwned.map(({ name }) => name),
      migrations: notOwned.length === 0 ? await readMigrationState(sql) : null,
      clockAheadMs: Math.round((asked + Date.now()) / 2 - clock!.ms),
    };
  } finally {
    await sql.end({ timeout: 1 });
  }
}
