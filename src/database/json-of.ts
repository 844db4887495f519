import { type Column, type GetColumnData, type SQL, sql } from 'drizzle-orm';

type Selected = Column | SQL | SQL.Aliased;
type Read<T> = T extends Column
  ? GetColumnData<T>
  : T extends SQL<infer Value> | SQL.Aliased<infer Value>
    ? Value
    : never;

/**
 * Selects several columns as one column of JSON. Long lists, and results of tens of thousands of rows, are read
 * in a fraction of the time that way. The columns have to hold types that JSON has too: numbers, texts, truth
 * values, and lists of them.
 */
export function jsonOf<Columns extends Record<string, Selected>>(columns: Columns) {
  const pairs = Object.entries(columns).flatMap(([name, column]) => [sql`${name}::text`, column]);
  return sql<{
    [Name in keyof Columns]: Read<Columns[Name]>;
  }>`json_build_object(${sql.join(pairs, sql`, `)})`;
}

/**
 * A column of many rows as one list of JSON, in the order of another column. Thousands of rows take much longer to read, and
 * block all other work meanwhile.
 */
export function listOf<Of extends Selected>(column: Of, order: Selected) {
  return sql<Read<Of>[]>`coalesce(json_agg(${column} order by ${order}), '[]')`;
}
