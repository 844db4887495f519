import { sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';

/**
 * The SQL condition that a column holds one of a list of numbers. The whole list is one parameter, so the
 * prepared query is the same for lists of any length.
 *
 * @param placeholder the name of the parameter; its value comes from {@link numbers}
 */
export function anyOf(column: PgColumn, placeholder: string) {
  return sql`${column} = any(${sql.placeholder(placeholder)}::int[])`;
}

/** A list of numbers as the value of a query's parameter: the text of a Postgres array, such as `{1,2,3}`. */
export function numbers(values: readonly number[]): string {
  return `{${values.join(',')}}`;
}
