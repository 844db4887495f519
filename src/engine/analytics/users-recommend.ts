import { asc } from 'drizzle-orm';
import type { DataSet } from '../data-set/data-set.ts';
import { perDataSet } from '../data-set/per-data-set.ts';
import { isTopOfYear, type ReviewYear, reviewYear, type YearOf } from './review-year.ts';

/** The answer of {@link usersRecommend}. */
export interface UsersRecommendAnswer {
  year: number;
  yearOf: YearOf;
  /** The first three; `rank` counts from 1. */
  games: { rank: number; gameId: string; name: string; recommendations: number }[];
  restsOn: Pick<ReviewYear, 'reviews' | 'inferred' | 'recommendations'>;
}

/**
 * The games with the most recommendations of a year. A recommendation is a review that recommends the game in
 * neutral or positive words.
 *
 * @throws QuestionError where the data has no reviews of that year
 */
export async function usersRecommend(
  dataSet: DataSet,
  options: { year: number; yearOf: YearOf },
): Promise<UsersRecommendAnswer> {
  const { year, yearOf } = options;
  const { reviews, inferred, recommendations } = await reviewYear(dataSet, year, yearOf);
  const games = await topGames(dataSet).execute({ yearOf, year });
  return {
    year,
    yearOf,
    games: games.map((game) => ({ ...game, gameId: String(game.gameId) })),
    restsOn: { reviews, inferred, recommendations },
  };
}

const topGames = perDataSet(({ database, tables: { recommendedGames: top } }) =>
  database
    .select({ rank: top.rank, gameId: top.gameId, name: top.name, recommendations: top.recommendations })
    .from(top)
    .where(isTopOfYear(top))
    .orderBy(asc(top.rank))
    .prepare('top_games'),
);
