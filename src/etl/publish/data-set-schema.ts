import { admitReaders } from '../../database/answers-role.ts';
import type { Connection } from '../../database/connection.ts';
import { dataSetSchema, TEMPLATE_SCHEMA } from '../../database/schema/data-set.ts';

/**
 * Creates the schema of a data set with empty tables and no indexes. The schema becomes the search
 * path of the transaction.
 */
export async function createDataSetSchema(sql: Connection, dataSetId: number): Promise<void> {
  const schema = dataSetSchema(dataSetId);
  await sql`create schema ${sql(schema)}`;
  await sql`select set_config('search_path', ${schema}, true)`;
  const tables = await sql<{ tablename: string }[]>`
    select tablename from pg_tables where schemaname = ${TEMPLATE_SCHEMA} order by tablename`;
  for (const { tablename } of tables) {
    await sql`create table ${sql(tablename)} (like ${sql(`${TEMPLATE_SCHEMA}.${tablename}`)} including defaults)`;
  }
  await admitReaders(sql, schema);
}

/**
 * Builds the indexes that the template has and the data set lacks.
 *
 * @param table the table whose indexes are built; null for all tables
 */
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

/** The tables that are filled from the sources. They were analysed before the rollups were derived from them. */
const LOADED_TABLES = ['games', 'users', 'library', 'reviews'];

/**
 * Collects the planner's statistics for the derived tables of a data set. They are analysed one by one, because
 * a bare `analyze` goes through every table of the database.
 */
export async function analyzeDerived(sql: Connection, dataSetId: number): Promise<void> {
  const tables = await sql<{ tablename: string }[]>`
    select tablename from pg_tables where schemaname = ${dataSetSchema(dataSetId)} and tablename <> all (${LOADED_TABLES})`;
  for (const { tablename } of tables) await sql`analyze ${sql(tablename)}`;
}

/**
 * Seconds that a replaced data set stays, so that the questions that began before the change can still be answered.
 */
const LAST_ANSWERS_SECONDS = 60;

/**
 * Drops the schemas of all data sets that are no longer needed: leftovers of refreshes that failed or were
 * killed, data sets that were served before, and data sets that no longer wait for a decision.
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
