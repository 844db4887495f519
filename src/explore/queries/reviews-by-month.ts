import type { Connection } from '../../database/connection.ts';

/** The number of reviews in a month, by the origin of their year. */
export interface MonthReviews {
  /** Such as `2014-06`. */
  month: string;
  dated: number;
  /** Reviews that state no year; theirs is taken to be the year of the crawl. */
  inferred: number;
}

/** Reviews by month from the first to the last, including months without reviews. */
export function readReviewsByMonth(sql: Connection): Promise<MonthReviews[]> {
  return sql<MonthReviews[]>`
    with counted as (
      select date_trunc('month', posted::timestamp) as month, count(*) filter (where not year_inferred)::int as dated,
        count(*) filter (where year_inferred)::int as inferred
      from reviews group by 1
    )
    select to_char(months, 'YYYY-MM') as month, coalesce(dated, 0) as dated, coalesce(inferred, 0) as inferred
    from (select min(month) as first, max(month) as last from counted) as span,
      generate_series(first, last, interval '1 month') as months
    left join counted on counted.month = months order by months`;
}
