import { and, eq } from 'drizzle-orm';
import { anyOf, numbers } from '../../database/any-of.ts';
import type { DataSet } from '../data-set/data-set.ts';
import { perDataSet } from '../data-set/per-data-set.ts';

/**
 * Picks out the games that are tagged as for adults.
 *
 * @returns the ids of these games, as they were given
 */
export async function adultGames(dataSet: DataSet, gameIds: readonly string[]): Promise<Set<string>> {
  if (gameIds.length === 0) return new Set();
  const rows = await adultAmong(dataSet).execute({ gameIds: numbers(gameIds.map(Number)) });
  return new Set(rows.map(({ gameId }) => String(gameId)));
}

const adultAmong = perDataSet(({ database, tables: { gameClasses } }) =>
  database
    .select({ gameId: gameClasses.gameId })
    .from(gameClasses)
    .where(and(eq(gameClasses.adult, true), anyOf(gameClasses.gameId, 'gameIds')))
    .prepare('adult_among'),
);
