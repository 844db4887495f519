import { and, eq, max, min } from 'drizzle-orm';
import type { DataSet } from '../data-set.ts';
import { QuestionError } from '../question-error.ts';

/** Which year of a review is asked for: the one in which it was posted, or the one in which its game came out. */
export const YEAR_OF = ['reviewed', 'released'] as const;
export type YearOf = (typeof YEAR_OF)[number];

/** The reviews that a year's answers rest on. */
export interface ReviewYear {
  reviews: number;
  /** Of these, the ones whose year is inferred. */
  inferred: number;
  recommendations: number;
  badReviews: number;
}

/**
 * The reviews of a year.
 *
 * @throws QuestionError `year-after-data` or `no-reviews-of-year`, where there are none
 */
export async function reviewYear(dataSet: DataSet, year: number, yearOf: YearOf): Promise<ReviewYear> {
  const { reviewYears } = dataSet.tables;
  // A year that no smallint holds has no reviews, and Postgres would refuse to compare it.
  const [row] =
    Math.abs(year) > 9999
      ? []
      : await dataSet.database
          .select({
            reviews: reviewYears.reviews,
            inferred: reviewYears.inferred,
            recommendations: reviewYears.recommendations,
            badReviews: reviewYears.badReviews,
          })
          .from(reviewYears)
          .where(and(eq(reviewYears.yearOf, yearOf), eq(reviewYears.year, year)));
  if (row !== undefined) return row;

  const [span] = await dataSet.database
    .select({ from: min(reviewYears.year), to: max(reviewYears.year) })
    .from(reviewYears)
    .where(eq(reviewYears.yearOf, yearOf));
  const { from, to } = span ?? { from: null, to: null };
  if (from === null || to === null) throw new QuestionError('no-data-set', {});
  if (year > to) throw new QuestionError('year-after-data', { year, to }, [String(to)]);
  throw new QuestionError('no-reviews-of-year', { year, from, to }, year < from ? [String(from)] : []);
}
