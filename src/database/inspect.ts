import { openClient } from './driver/open-client.ts';
import { MIGRATIONS_SCHEMA, type MigrationState, readMigrationState } from './migrations.ts';
import { probeServer } from './probe.ts';
import { TEMPLATE_SCHEMA } from './schema/data-set.ts';
import { LASTING_SCHEMA } from './schema/lasting.ts';

/** The properties of a database that this program depends on. */
export interface DatabaseState {
  /** Postgres's version, such as `17.2`. */
  version: string;
  /** The same version as `server_version_num` has it: 170002 for `17.2`. */
  versionNumber: number;
  /** The name of the database. */
  database: string;
  /** The role that the program connects as. */
  role: string;
  /** The encoding of texts, such as `UTF8`. */
  encoding: string;
  /** Whether the server takes no writes: it is a replica, or is set to read-only. */
  readOnly: boolean;
  /** Whether the role may create schemas; every refresh creates one. */
  mayCreate: boolean;
  /** The names of those of the program's schemas that another role owns, or owns a table of. */
  notOwned: string[];
  /** How far the database has been migrated; null where the role has no right to read it. */
  migrations: MigrationState | null;
  /** Milliseconds by which this machine's clock is ahead of the server's; negative where it is behind. */
  clockAheadMs: number;
}

/**
 * Reads the state of a database, and changes nothing.
 *
 * @param limitMs milliseconds that opening the connection may take
 * @throws postgres.js's errors where it cannot connect; NotPostgresError where it is no Postgres server
 */
export async function inspectDatabase(url: string, limitMs: number): Promise<DatabaseState> {
  const sql = openClient(url, {
    max: 1,
    connect_timeout: limitMs / 1000,
    prepare: false,
    fetch_types: false,
    onnotice: () => {},
  });
  try {
    await probeServer(sql, limitMs);
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
