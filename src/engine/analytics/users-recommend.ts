import { and, asc, eq, lte } from 'drizzle-orm';
import type { DataSet } from '../data-set.ts';
import { type ReviewYear, reviewYear, type YearOf } from './review-year.ts';

/** So many games are named. */
const TOP = 3;

export interface UsersRecommendAnswer {
  year: number;
  yearOf: YearOf;
  games: { rank: number; gameId: string; name: string; recommendations: number }[];
  restsOn: Pick<ReviewYear, 'reviews' | 'inferred' | 'recommendations'>;
}

/**
 * The games with the most recommendations of a year: reviews that recommend, and whose words are neutral or positive.
 *
 * @throws QuestionError where the data has no reviews of that year
 */
export async function usersRecommend(
  dataSet: DataSet,
  options: { year: number; yearOf: YearOf },
): Promise<UsersRecommendAnswer> {
  const { year, yearOf } = options;
  const { reviews, inferred, recommendations } = await reviewYear(dataSet, year, yearOf);
  const { recommendedGames } = dataSet.tables;
  const games = await dataSet.database
    .select({
      rank: recommendedGames.rank,
      gameId: recommendedGames.gameId,
      name: recommendedGames.name,
      recommendations: recommendedGames.recommendations,
    })
    .from(recommendedGames)
    .where(
      and(
        eq(recommendedGames.yearOf, yearOf),
        eq(recommendedGames.year, year),
        lte(recommendedGames.rank, TOP),
      ),
    )
    .orderBy(asc(recommendedGames.rank));
  return {
    year,
    yearOf,
    games: games.map((game) => ({ ...game, gameId: String(game.gameId) })),
    restsOn: { reviews, inferred, recommendations },
  };
}
