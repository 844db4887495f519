import type { Connection } from '../../database/connection.ts';

/** A rule that finds outliers, and its result. */
export interface Outlier {
  rule: OutlierRule;
  /** The number of values that the rule finds, and the number that it looks at. */
  found: number;
  looked: number;
  /** The most extreme value found, in the unit of the rule; null if there is none. */
  most: number | null;
}

export type OutlierRule =
  | 'weeks-over-possible'
  | 'weeks-over-total'
  | 'hours-since-release'
  | 'hours-since-steam'
  | 'price-high'
  | 'released-after'
  | 'reviewed-before-release'
  | 'review-long'
  | 'votes-over-voters';

/** A price in dollars that no ordinary game exceeds. */
const HIGH_PRICE = 100;
/** The number of words from which a review counts as long. */
const LONG_REVIEW = 1000;

/**
 * Impossible and unlikely values, by rule. Hours since a release run from the first day of its year to the day of the last
 * review. Hours since Steam run from 12 September 2003, the day on which Steam opened.
 */
export function readOutliers(sql: Connection): Promise<Outlier[]> {
  return sql<Outlier[]>`
    with last as (select coalesce(max(posted), current_date) as day from reviews),
    play as (
      select minutes / 60.0 as hours, minutes_two_weeks / 60.0 as weeks,
        case when release_year is not null
          then greatest((select day from last) - make_date(release_year, 1, 1) + 1, 0) * 24 end as possible
      from library join games on id = game_id
    ), totals as (
      select sum(minutes) / 60.0 as hours, ((select day from last) - date '2003-09-12') * 24 as possible
      from library group by user_key
    )
    select 'weeks-over-possible' as rule, count(*) filter (where weeks > 14 * 24)::int as found,
      count(weeks)::int as looked, (max(weeks) filter (where weeks > 14 * 24))::float8 as most from play
    union all
    select 'weeks-over-total', count(*) filter (where weeks > hours)::int, count(weeks)::int,
      (max(weeks - hours) filter (where weeks > hours))::float8 from play
    union all
    select 'hours-since-release', count(*) filter (where hours > possible)::int, count(possible)::int,
      (max(hours) filter (where hours > possible))::float8 from play
    union all
    select 'hours-since-steam', count(*) filter (where hours > possible)::int, count(*)::int,
      (max(hours) filter (where hours > possible))::float8 from totals
    union all
    select 'price-high', count(*) filter (where price > ${HIGH_PRICE})::int, count(price)::int,
      (max(price) filter (where price > ${HIGH_PRICE}))::float8 from games
    union all
    select 'released-after', count(*) filter (where release_year > extract(year from day))::int, count(release_year)::int,
      (max(release_year) filter (where release_year > extract(year from day)))::float8 from games, last
    union all
    select 'reviewed-before-release', count(*) filter (where year < release_year)::int, count(release_year)::int,
      (max(release_year - year) filter (where year < release_year))::float8 from reviews join games on id = game_id
    union all
    select 'review-long', count(*) filter (where words >= ${LONG_REVIEW})::int, count(*)::int,
      (max(words) filter (where words >= ${LONG_REVIEW}))::float8 from reviews
    union all
    select 'votes-over-voters', count(*) filter (where helpful > rated)::int, count(*) filter (where rated > 0)::int,
      (max(helpful - rated) filter (where helpful > rated))::float8 from reviews`;
}
