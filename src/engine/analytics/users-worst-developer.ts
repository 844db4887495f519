import { asc } from 'drizzle-orm';
import type { DataSet } from '../data-set/data-set.ts';
import { perDataSet } from '../data-set/per-data-set.ts';
import { isTopOfYear, type ReviewYear, reviewYear, type YearOf } from './review-year.ts';

/** The answer of {@link usersWorstDeveloper}. */
export interface UsersWorstDeveloperAnswer {
  year: number;
  yearOf: YearOf;
  /** The first three; `rank` counts from 1. */
  developers: { rank: number; developer: string; badReviews: number }[];
  restsOn: Pick<ReviewYear, 'reviews' | 'inferred' | 'badReviews'>;
}

/**
 * The developers with the most bad reviews of a year. A bad review does not recommend the game and
 * has negative words.
 *
 * @throws QuestionError where the data has no reviews of that year
 */
export async function usersWorstDeveloper(
  dataSet: DataSet,
  options: { year: number; yearOf: YearOf },
): Promise<UsersWorstDeveloperAnswer> {
  const { year, yearOf } = options;
  const { reviews, inferred, badReviews } = await reviewYear(dataSet, year, yearOf);
  const developers = await topDevelopers(dataSet).execute({ yearOf, year });
  return { year, yearOf, developers, restsOn: { reviews, inferred, badReviews } };
}

const topDevelopers = perDataSet(({ database, tables: { badDevelopers: top } }) =>
  database
    .select({ rank: top.rank, developer: top.developer, badReviews: top.badReviews })
    .from(top)
    .where(isTopOfYear(top))
    .orderBy(asc(top.rank))
    .prepare('top_developers'),
);
