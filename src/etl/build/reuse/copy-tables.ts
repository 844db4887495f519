import type { Connection } from '../../../database/connection.ts';
import { dataSetSchema } from '../../../database/schema/data-set.ts';
import type { BuiltDataSet } from './built-data-set.ts';

/**
 * Copies whole tables from an earlier data set.
 *
 * @param sql its search path names the new data set
 */
export async function copyTables(
  sql: Connection,
  { id }: BuiltDataSet,
  tables: readonly string[],
): Promise<void> {
  for (const table of tables) {
    await sql`insert into ${sql(table)} select * from ${sql(`${dataSetSchema(id)}.${table}`)}`;
  }
}
