import { and, asc, eq } from 'drizzle-orm';
import type { DataSet } from '../data-set.ts';
import { QuestionError, wrongName } from '../question-error.ts';

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

  const years = (await readYears(dataSet))[yearOf];
  const [from, to] = [years[0], years.at(-1)];
  if (from === undefined || to === undefined) throw new QuestionError('no-data-set', {});
  const about = wrongName('year', nearestYears(year, years).map(String));
  if (year > to) throw new QuestionError('year-after-data', { year, to }, [String(to)], about);
  const suggestions = year < from ? [String(from)] : [];
  throw new QuestionError('no-reviews-of-year', { year, from, to }, suggestions, about);
}

/** The years around one that have answers, for who goes on asking. */
export interface YearsAround {
  previous: number | null;
  next: number | null;
  /** Whether the same year has an answer, too, when it is asked for the other way (see {@link YearOf}). */
  otherWay: boolean;
}

/** The years that have answers around a year. */
export async function yearsAround(dataSet: DataSet, year: number, yearOf: YearOf): Promise<YearsAround> {
  const years = await readYears(dataSet);
  return {
    previous: years[yearOf].findLast((other) => other < year) ?? null,
    next: years[yearOf].find((other) => other > year) ?? null,
    otherWay: years[yearOf === 'reviewed' ? 'released' : 'reviewed'].includes(year),
  };
}

/** The years that have answers, ascending. */
async function readYears({ database, tables: { reviewYears } }: DataSet): Promise<Record<YearOf, number[]>> {
  const rows = await database
    .select({ yearOf: reviewYears.yearOf, year: reviewYears.year })
    .from(reviewYears)
    .orderBy(asc(reviewYears.year));
  const of = (wanted: YearOf) => rows.filter(({ yearOf }) => yearOf === wanted).map(({ year }) => year);
  return { reviewed: of('reviewed'), released: of('released') };
}

/** So many years are offered where one has no answer. */
const YEARS_OFFERED = 5;

function nearestYears(year: number, years: readonly number[]): number[] {
  return years.toSorted((a, b) => Math.abs(a - year) - Math.abs(b - year) || a - b).slice(0, YEARS_OFFERED);
}
