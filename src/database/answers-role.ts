import { createHmac } from 'node:crypto';
import type postgres from 'postgres';
import { readPostgresAddress } from '../platform/postgres-address.ts';
import { LASTING_SCHEMA } from './schema/lasting.ts';

/**
 * The role that answers are given with. It reads the data sets and the lasting tables, and writes the lasting rows that
 * members and moderators cause; it owns nothing. A query gone wrong can then neither change a data set nor reach the
 * server's files.
 */
export interface AnswersRole {
  readonly role: string;
  /** The password to make the role with; null where an operator has made it. */
  readonly password: string | null;
}

/** The name of the role that the program makes on the embedded server. */
const EMBEDDED_ROLE = 'steamscope_answers';

/** The rights to change lasting rows, by table. Refreshes, migrations and restores write as the owner. */
const WRITTEN: Readonly<Record<string, readonly string[]>> = {
  moderator_actions: ['insert', 'delete'],
  hidden_users: ['insert', 'delete'],
  left_guilds: ['insert', 'delete'],
};

/**
 * The role for answers on the embedded server, and the address with it. Its password follows from the owner's, so that
 * every process on the data folder knows it and no other file has to be kept.
 *
 * @param ownerUrl the server's address with the owner's account
 */
export function embeddedAnswersRole(ownerUrl: string): { url: string; answersRole: AnswersRole } {
  const url = new URL(ownerUrl);
  const password = createHmac('sha256', url.password).update(EMBEDDED_ROLE).digest('base64url');
  Object.assign(url, { username: EMBEDDED_ROLE, password });
  return { url: url.href, answersRole: { role: EMBEDDED_ROLE, password } };
}

/**
 * The role for answers on a named server: the user of DATABASE_URL, where DATABASE_DIRECT_URL has another one.
 *
 * @returns null where both have the same
 */
export function namedAnswersRole(url: string, directUrl: string): AnswersRole | null {
  const { user } = readPostgresAddress(url);
  return user === null || user === readPostgresAddress(directUrl).user
    ? null
    : { role: user, password: null };
}

/**
 * Gives the role for answers the rights that it lacks. The role is made first where its password is known.
 *
 * @param sql a connection of the owner, while the lock of migrations is held
 */
export async function admitAnswersRole(sql: postgres.ISql, { role, password }: AnswersRole): Promise<void> {
  const [found] = await sql`select from pg_roles where rolname = ${role}`;
  if (found === undefined && password === null) return;
  if (password !== null) await makeRole(sql, role, password, found === undefined);
  await grantMissing(sql, role);
}

/** Gives every role that may read the lasting tables the right to read a new data set, too. */
export async function admitReaders(sql: postgres.ISql, schema: string): Promise<void> {
  const readers = await sql<{ rolname: string }[]>`
    select rolname from pg_namespace, aclexplode(nspacl) as granted, pg_roles
    where nspname = ${LASTING_SCHEMA} and privilege_type = 'USAGE' and grantee = pg_roles.oid and grantee <> nspowner`;
  for (const { rolname } of readers) {
    await sql`grant usage on schema ${sql(schema)} to ${sql(rolname)}`;
    await sql`grant select on all tables in schema ${sql(schema)} to ${sql(rolname)}`;
  }
}

/** Makes the role without any right of its own, or sets its password where that is another one. */
async function makeRole(sql: postgres.ISql, role: string, password: string, isNew: boolean): Promise<void> {
  // The password has letters, digits, - and _ alone. The comment tells another password without keeping it.
  const mark = createHmac('sha256', password).update('comment').digest('base64url');
  const [noted] = await sql<{ mark: string | null }[]>`
    select shobj_description(oid, 'pg_authid') as mark from pg_roles where rolname = ${role}`;
  if (!isNew && noted?.mark === mark) return;
  await sql.unsafe(
    `${isNew ? 'create' : 'alter'} role "${role}" with login password '${password}'
      nosuperuser nocreatedb nocreaterole noinherit noreplication nobypassrls`,
  );
  // By default everybody may make temporary tables.
  await sql.unsafe(
    `do $$ begin execute format('revoke temporary on database %I from public', current_database()); end $$`,
  );
  await sql.unsafe(`comment on role "${role}" is '${mark}'`);
}

/** Grants what is missing, and writes nothing where nothing is. */
async function grantMissing(sql: postgres.ISql, role: string): Promise<void> {
  const rights = Object.entries(WRITTEN).flatMap(([table, granted]) =>
    granted.map((right) => [table, right] as const),
  );
  const missing = await sql<{ statement: string }[]>`
    with schemas as (
      select oid, nspname from pg_namespace where nspname = ${LASTING_SCHEMA} or nspname ~ '^steamscope_data_[0-9]+$'
    ), tables as (
      select pg_class.oid, nspname, relname from pg_class join schemas on schemas.oid = relnamespace where relkind = 'r'
    ), written as (
      select * from unnest(${rights.map(([table]) => table)}::text[], ${rights.map(([, right]) => right)}::text[]) as t (relname, "right")
    )
    select format('grant usage on schema %I to %I', nspname, ${role}::text) as statement
    from schemas where not has_schema_privilege(${role}, oid, 'usage')
    union all
    select format('grant select on %I.%I to %I', nspname, relname, ${role}::text)
    from tables where not has_table_privilege(${role}, oid, 'select')
    union all
    select format('grant %s on %I.%I to %I', "right", nspname, relname, ${role}::text)
    from tables join written using (relname)
    where nspname = ${LASTING_SCHEMA} and not has_table_privilege(${role}, oid, "right")
    union all
    select format('grant update (started_by) on steamscope.refreshes to %I', ${role}::text)
    where not has_column_privilege(${role}, 'steamscope.refreshes', 'started_by', 'update')
    union all
    select format('grant usage on sequence steamscope.moderator_actions_id_seq to %I', ${role}::text)
    where not has_sequence_privilege(${role}, 'steamscope.moderator_actions_id_seq', 'usage')`;
  for (const { statement } of missing) await sql.unsafe(statement);
}
