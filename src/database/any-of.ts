import { sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';

/** That a column holds one of the numbers that stand for a placeholder (see {@link numbers}): one parameter, however many they are. */
export function anyOf(column: PgColumn, placeholder: string) {
  return sql`${column} = any(${sql.placeholder(placeholder)}::int[])`;
}

/** Numbers as a parameter of a query. */
export function numbers(values: readonly number[]): string {
  return `{${values.join(',')}}`;
}
