import { sql } from 'drizzle-orm';
import { anyOf, numbers } from '../../database/any-of.ts';
import type { DataSet } from '../data-set/data-set.ts';
import { perDataSet } from '../data-set/per-data-set.ts';

/** The verdict of the reviews of a game: the number of all of them (at least 1), and of those that recommend it. */
export interface Verdict {
  reviews: number;
  recommending: number;
}

/** The verdicts on some games, by id. A game without a review has none. */
export async function gameVerdicts(
  dataSet: DataSet,
  gameIds: readonly string[],
): Promise<ReadonlyMap<string, Verdict>> {
  if (gameIds.length === 0) return new Map();
  const rows = await verdictsAmong(dataSet).execute({ gameIds: numbers(gameIds.map(Number)) });
  return new Map(rows.map(({ gameId, ...verdict }) => [String(gameId), verdict]));
}

const verdictsAmong = perDataSet(({ database, tables: { reviews } }) =>
  database
    .select({
      gameId: reviews.gameId,
      reviews: sql<number>`count(*)::int`,
      recommending: sql<number>`count(*) filter (where ${reviews.recommend})::int`,
    })
    .from(reviews)
    .where(anyOf(reviews.gameId, 'gameIds'))
    .groupBy(reviews.gameId)
    .prepare('verdicts_among'),
);
