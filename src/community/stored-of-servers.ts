import { isNotNull, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { LastingTable } from './lasting-table.ts';
import { takeForgettable } from './left-guilds.ts';

/** The greatest number of servers in one answer of {@link keptGuilds}; it bounds the daily check. */
const MOST_GUILDS = 10_000;

/** The ids of the servers that any of the tables has rows about. @throws the database's errors */
export async function keptGuilds(
  database: PostgresJsDatabase,
  tables: readonly LastingTable[],
): Promise<string[]> {
  const selects = tables.flatMap(({ table, columns }) =>
    columns
      .filter(({ whose }) => whose === 'server')
      .map(({ column }) => sql`select ${column} as guild_id from ${table} where ${isNotNull(column)}`),
  );
  // The limit is a parameter of the query, which a query to a pooler needs.
  const rows = await database.execute<{ guild_id: string }>(
    sql`${sql.join(selects, sql` union `)} limit ${MOST_GUILDS}`,
  );
  return rows.map(({ guild_id }) => guild_id);
}

/**
 * Forgets the servers that are due, in one transaction: erases them from all tables, or from none. Servers are due as
 * {@link takeForgettable} says.
 *
 * @param gone ids of servers that do not have the bot
 * @returns the number of rows deleted or changed
 * @throws the database's errors
 */
export async function forgetGuilds(
  database: PostgresJsDatabase,
  tables: readonly LastingTable[],
  gone: readonly string[],
): Promise<number> {
  if (gone.length === 0) return 0;
  return database.transaction(async (transaction) => {
    const forgotten = await takeForgettable(transaction, gone);
    if (forgotten.length === 0) return 0;
    let rows = 0;
    for (const { server } of tables) rows += (await server?.erase(transaction, forgotten)) ?? 0;
    return rows;
  });
}
