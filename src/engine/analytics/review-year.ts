import { and, asc, eq, gte, lte, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { DataSet } from '../data-set/data-set.ts';
import { perDataSet } from '../data-set/per-data-set.ts';
import { QuestionError, wrongName } from '../data-set/question-error.ts';

/** The two years of a review: the year in which it was posted, and the year in which its game came out. */
const YEAR_OF = ['reviewed', 'released'] as const;
/** The meaning of the year in a question; see {@link YEAR_OF}. */
export type YearOf = (typeof YEAR_OF)[number];

/** The numbers of reviews that a year's answers rest on. */
export interface ReviewYear {
  reviews: number;
  /** Reviews among these that were posted without a year, so that the year is inferred. */
  inferred: number;
  /** Reviews that recommend and whose words are neutral or positive. */
  recommendations: number;
  /** Reviews that do not recommend and whose words are negative. */
  badReviews: number;
}

/**
 * The numbers of reviews of a year.
 *
 * @throws QuestionError `year-after-data` or `no-reviews-of-year` where the year has none; `no-data-set`
 *   where no year has any
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

/** The number of games or developers in the answer for a year. */
export const TOP = 3;

/** The condition that a row of a ranking is one of the first of a year. The placeholders are `yearOf` and `year`. */
export function isTopOfYear({ yearOf, year, rank }: Record<'yearOf' | 'year' | 'rank', PgColumn>) {
  return and(eq(yearOf, sql.placeholder('yearOf')), eq(year, sql.placeholder('year')), lte(rank, TOP));
}

/** The nearest years with answers before and after a year, so that a reply can lead on to them. */
export interface YearsAround {
  /** Null where no earlier year has an answer. */
  previous: number | null;
  /** Null where no later year has an answer. */
  next: number | null;
  /** Whether the same year also has an answer in the other meaning of {@link YearOf}. */
  otherWay: boolean;
}

/** Finds the nearest years with answers around a year. */
export async function yearsAround(dataSet: DataSet, year: number, yearOf: YearOf): Promise<YearsAround> {
  const { reviewed, released } = await readYears(dataSet);
  const [years, others] = yearOf === 'reviewed' ? [reviewed, released] : [released, reviewed];
  return {
    previous: years.findLast((other) => other.year < year)?.year ?? null,
    next: years.find((other) => other.year > year)?.year ?? null,
    otherWay: others.some((other) => other.year === year),
  };
}

/** Every year with its numbers of reviews, in both meanings of {@link YearOf}, ascending. */
const reviewYearsOf = perDataSet(async ({ database, tables: { reviewYears } }) =>
  database.select().from(reviewYears).where(gte(reviewYears.reviews, 0)).orderBy(asc(reviewYears.year)),
);

/** The years with answers by the meaning of the year, each ascending. */
async function readYears(dataSet: DataSet) {
  const rows = await reviewYearsOf(dataSet);
  const of = (wanted: YearOf) => rows.filter(({ yearOf }) => yearOf === wanted);
  return { reviewed: of('reviewed'), released: of('released') };
}

/** The most years that are offered in place of a year without an answer. */
const YEARS_OFFERED = 5;

/** The years nearest to a year, the nearest first; of two as near, the earlier. */
function nearestYears(year: number, years: readonly number[]): number[] {
  return years.toSorted((a, b) => Math.abs(a - year) - Math.abs(b - year) || a - b).slice(0, YEARS_OFFERED);
}
