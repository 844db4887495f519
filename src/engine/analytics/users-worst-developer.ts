import { and, asc, desc, eq, gte, sql } from 'drizzle-orm';
import { CODE_POINT_ORDER } from '../../database/schema/data-set.ts';
import type { DataSet } from '../data-set/data-set.ts';
import { perDataSet } from '../data-set/per-data-set.ts';
import { isTopOfYear, type ReviewYear, reviewYear, TOP, type YearOf } from './review-year.ts';
import { wilsonLowerBound } from './wilson-bound.ts';

/** The figure that ranks developers: the number of their bad reviews, or the share of these among all their reviews. */
const RANKED_BY = ['count', 'share'] as const;
/** The figure that ranks developers; see {@link RANKED_BY}. */
export type RankedBy = (typeof RANKED_BY)[number];

/** The least number of a developer's reviews in the year for a place in a ranking by share. */
export const LEAST_REVIEWS = 20;

/** A developer with its reviews of a year. */
export interface BadDeveloper {
  /** Counts from 1. */
  rank: number;
  developer: string;
  badReviews: number;
  /** All reviews of the developer's games in the year. */
  reviews: number;
  /** The share of `badReviews` among `reviews`, 0 to 1. */
  share: number;
  /** The lower end of the 95 % interval of that share; see {@link wilsonLowerBound}. */
  shareAtLeast: number;
}

/** The answer of {@link usersWorstDeveloper}. */
export interface UsersWorstDeveloperAnswer {
  year: number;
  yearOf: YearOf;
  by: RankedBy;
  /** The first three. */
  developers: BadDeveloper[];
  restsOn: Pick<ReviewYear, 'reviews' | 'inferred' | 'badReviews'>;
}

/**
 * The developers with the most bad reviews of a year, or with the greatest share of bad reviews. A bad review does not
 * recommend the game and has negative words.
 *
 * @throws QuestionError where the data has no reviews of that year
 */
export async function usersWorstDeveloper(
  dataSet: DataSet,
  options: { year: number; yearOf: YearOf; by?: RankedBy },
): Promise<UsersWorstDeveloperAnswer> {
  const { year, yearOf, by = 'count' } = options;
  const { reviews, inferred, badReviews } = await reviewYear(dataSet, year, yearOf);
  const top = by === 'share' ? topByShare(dataSet) : topByCount(dataSet);
  const rows = await top.execute({ yearOf, year });
  const developers = rows.map((row, place) => ({
    rank: place + 1,
    ...row,
    share: row.badReviews / row.reviews,
    shareAtLeast: wilsonLowerBound(row.badReviews, row.reviews),
  }));
  return { year, yearOf, by, developers, restsOn: { reviews, inferred, badReviews } };
}

const topByCount = perDataSet(({ database, tables: { badDevelopers: top } }) =>
  database
    .select({ developer: top.developer, badReviews: top.badReviews, reviews: top.reviews })
    .from(top)
    .where(isTopOfYear(top))
    .orderBy(asc(top.rank))
    .prepare('top_developers'),
);

const topByShare = perDataSet(({ database, tables: { badDevelopers: top } }) =>
  database
    .select({ developer: top.developer, badReviews: top.badReviews, reviews: top.reviews })
    .from(top)
    .where(
      and(
        eq(top.yearOf, sql.placeholder('yearOf')),
        eq(top.year, sql.placeholder('year')),
        gte(top.reviews, LEAST_REVIEWS),
      ),
    )
    .orderBy(desc(sql`${top.badReviews}::float8 / ${top.reviews}`), sql`${top.developer} ${CODE_POINT_ORDER}`)
    .limit(TOP)
    .prepare('top_developers_by_share'),
);
