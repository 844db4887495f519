import { and, eq, inArray } from 'drizzle-orm';
import type { DataSet } from './data-set.ts';

/** Those of the games that are tagged as for adults, by id. */
export async function adultGames(
  { database, tables: { gameClasses } }: DataSet,
  gameIds: readonly string[],
): Promise<Set<string>> {
  if (gameIds.length === 0) return new Set();
  const rows = await database
    .select({ gameId: gameClasses.gameId })
    .from(gameClasses)
    .where(and(eq(gameClasses.adult, true), inArray(gameClasses.gameId, gameIds.map(Number))));
  return new Set(rows.map(({ gameId }) => String(gameId)));
}
