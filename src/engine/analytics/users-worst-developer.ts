import { and, asc, eq, lte } from 'drizzle-orm';
import type { DataSet } from '../data-set.ts';
import { type ReviewYear, reviewYear, type YearOf } from './review-year.ts';

/** So many developers are named. */
const TOP = 3;

export interface UsersWorstDeveloperAnswer {
  year: number;
  yearOf: YearOf;
  developers: { rank: number; developer: string; badReviews: number }[];
  restsOn: Pick<ReviewYear, 'reviews' | 'inferred' | 'badReviews'>;
}

/**
 * The developers with the most bad reviews of a year: reviews that do not recommend, and whose words are negative.
 *
 * @throws QuestionError where the data has no reviews of that year
 */
export async function usersWorstDeveloper(
  dataSet: DataSet,
  options: { year: number; yearOf: YearOf },
): Promise<UsersWorstDeveloperAnswer> {
  const { year, yearOf } = options;
  const { reviews, inferred, badReviews } = await reviewYear(dataSet, year, yearOf);
  const { badDevelopers } = dataSet.tables;
  const developers = await dataSet.database
    .select({
      rank: badDevelopers.rank,
      developer: badDevelopers.developer,
      badReviews: badDevelopers.badReviews,
    })
    .from(badDevelopers)
    .where(and(eq(badDevelopers.yearOf, yearOf), eq(badDevelopers.year, year), lte(badDevelopers.rank, TOP)))
    .orderBy(asc(badDevelopers.rank));
  return { year, yearOf, developers, restsOn: { reviews, inferred, badReviews } };
}
