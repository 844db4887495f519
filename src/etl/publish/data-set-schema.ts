import type { Connection } from '../../database/connection.ts';
import { dataSetSchema, TEMPLATE_SCHEMA } from '../../database/schema/data-set.ts';

/** Makes the schema of a data set with its empty tables, without indexes, and makes it the transaction's search path. */
export async function createDataSetSchema(sql: Connection, dataSetId: number): Promise<void> {
  const schema = dataSetSchema(dataSetId);
  await sql`create schema ${sql(schema)}`;
  await sql`select set_config('search_path', ${schema}, true)`;
  const tables = await sql<{ tablename: string }[]>`
    select tablename from pg_tables where schemaname = ${TEMPLATE_SCHEMA} order by tablename`;
  for (const { tablename } of tables) {
    await sql`create table ${sql(tablename)} (like ${sql(`${TEMPLATE_SCHEMA}.${tablename}`)} including defaults)`;
  }
}

/** Builds the indexes that the template has and the data set has not yet: those of one table, or all. */
export async function createIndexes(
  sql: Connection,
  dataSetId: number,
  table: string | null = null,
): Promise<void> {
  const schema = dataSetSchema(dataSetId);
  const missing = await sql<{ indexdef: string }[]>`
    select indexdef from pg_indexes as template
    where schemaname = ${TEMPLATE_SCHEMA} and (${table}::text is null or tablename = ${table})
      and not exists (
        select from pg_indexes as built where built.schemaname = ${schema} and built.indexname = template.indexname)
    order by tablename, indexname`;
  for (const { indexdef } of missing) {
    await sql.unsafe(indexdef.replace(` ON ${TEMPLATE_SCHEMA}.`, ` ON ${schema}.`));
  }
}

/** The tables that are filled from the raw files: before anything is derived from them, the planner was told of them. */
const LOADED = ['games', 'users', 'library', 'reviews'];

/** Tells the planner of the other tables of a data set. (`analyze` alone goes through all that the database has.) */
export async function analyzeDerived(sql: Connection, dataSetId: number): Promise<void> {
  const tables = await sql<{ tablename: string }[]>`
    select tablename from pg_tables where schemaname = ${dataSetSchema(dataSetId)} and tablename <> all (${LOADED})`;
  for (const { tablename } of tables) await sql`analyze ${sql(tablename)}`;
}

/** Answers that began before another data set was published have so long, in seconds, to end. */
const LAST_ANSWERS_SECONDS = 60;

/**
 * Drops the tables of every data set that nobody needs: what a refresh that failed or was killed left behind, what was
 * served before, and what is not waited for any more.
 */
export async function dropLeftovers(sql: Connection): Promise<void> {
  const schemas = await sql<{ nspname: string }[]>`
    select nspname from pg_namespace where nspname ~ '^steamscope_data_[0-9]+$' and nspname not in (
      select 'steamscope_data_' || id from steamscope.data_sets
      where id in (select data_set_id from steamscope.served_data_set)
        or id in (select data_set_id from steamscope.waiting_data_set)
        or replaced_at > now() - make_interval(secs => ${LAST_ANSWERS_SECONDS}))`;
  for (const { nspname } of schemas) await sql`drop schema ${sql(nspname)} cascade`;
}
