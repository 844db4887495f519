import { and, asc, eq, gte, lte, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { DataSet } from '../data-set/data-set.ts';
import { perDataSet } from '../data-set/per-data-set.ts';
import { QuestionError, wrongName } from '../data-set/question-error.ts';

/** Which year of a review is asked for: the one in which it was posted, or the one in which its game came out. */
const YEAR_OF = ['reviewed', 'released'] as const;
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
  const years = await readYears(dataSet);
  const row = years[yearOf].find((one) => one.year === year);
  if (row !== undefined) return row;

  const there = years[yearOf].map((one) => one.year);
  const [from, to] = [there[0], there.at(-1)];
  if (from === undefined || to === undefined) throw new QuestionError('no-data-set', {});
  const about = wrongName('year', nearestYears(year, there).map(String));
  if (year > to) throw new QuestionError('year-after-data', { year, to }, [String(to)], about);
  const suggestions = year < from ? [String(from)] : [];
  throw new QuestionError('no-reviews-of-year', { year, from, to }, suggestions, about);
}

/** So many are named of a year. */
const TOP = 3;

/** That a row of a ranking by year is among the first of the year that stands for the placeholders `yearOf` and `year`. */
export function isTopOfYear({ yearOf, year, rank }: Record<'yearOf' | 'year' | 'rank', PgColumn>) {
  return and(eq(yearOf, sql.placeholder('yearOf')), eq(year, sql.placeholder('year')), lte(rank, TOP));
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
  const { reviewed, released } = await readYears(dataSet);
  const [years, others] = yearOf === 'reviewed' ? [reviewed, released] : [released, reviewed];
  return {
    previous: years.findLast((other) => other.year < year)?.year ?? null,
    next: years.find((other) => other.year > year)?.year ?? null,
    otherWay: others.some((other) => other.year === year),
  };
}

/** Every year that has reviews, with what its answers rest on, ascending. */
const reviewYearsOf = perDataSet(async ({ database, tables: { reviewYears } }) =>
  database.select().from(reviewYears).where(gte(reviewYears.reviews, 0)).orderBy(asc(reviewYears.year)),
);

/** The years that have answers, ascending. */
async function readYears(dataSet: DataSet) {
  const rows = await reviewYearsOf(dataSet);
  const of = (wanted: YearOf) => rows.filter(({ yearOf }) => yearOf === wanted);
  return { reviewed: of('reviewed'), released: of('released') };
}

/** So many years are offered where one has no answer. */
const YEARS_OFFERED = 5;

function nearestYears(year: number, years: readonly number[]): number[] {
  return years.toSorted((a, b) => Math.abs(a - year) - Math.abs(b - year) || a - b).slice(0, YEARS_OFFERED);
}
