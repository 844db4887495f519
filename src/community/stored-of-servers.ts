import { isNotNull, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { LastingTable } from './lasting-table.ts';
import { takeForgettable } from './left-guilds.ts';

/** The number of servers that are looked at in a day at most; the next day brings the rest. */
const MOST_GUILDS = 10_000;

/** Ids of the servers that some tables hold something about. @throws the database's errors */
export async function keptGuilds(
  database: PostgresJsDatabase,
  tables: readonly LastingTable[],
): Promise<string[]> {
  const selects = tables.flatMap(({ table, columns }) =>
    columns
      .filter(({ whose }) => whose === 'server')
      .map(({ column }) => sql`select ${column} as guild_id from ${table} where ${isNotNull(column)}`),
  );
  // Behind a pooler a query needs a parameter.
  const rows = await database.execute<{ guild_id: string }>(
    sql`${sql.join(selects, sql` union `)} limit ${MOST_GUILDS}`,
  );
  return rows.map(({ guild_id }) => guild_id);
}

/**
 * Deletes the servers among these that the bot has left long enough ago from some tables, from all or from none.
 *
 * @returns the number of rows that have gone or changed
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
