import type { Connection } from '../../database/connection.ts';

/** The distribution of hours among games or users. */
export interface HourSpread {
  /** The number of games or users without any hours. */
  none: number;
  /** Games or users per step: the first is below the first of {@link HOUR_BOUNDS}, each other one starts at a bound. */
  counts: number[];
  /**
   * Quantiles of hours, without those that have none: 10 % have less than `tenth`, 50 % than `median`, 90 % than `ninth`.
   */
  tenth: number | null;
  median: number | null;
  ninth: number | null;
  most: number | null;
}

/** Bounds of the steps, in hours. Each is about three times the one before, which is half a power of ten. */
export const HOUR_BOUNDS = [1, 3, 10, 30, 100, 300, 1000, 3000, 10_000, 30_000, 100_000, 300_000, 1_000_000];

/** The distribution of total hours among games with at least one owner. */
export function readHoursByGame(sql: Connection): Promise<HourSpread> {
  return hourSpread(sql, sql`select minutes from game_play where owners > 0`);
}

/** The distribution of hours over the rows of a query. @param minutes a query with one column, minutes played */
export async function hourSpread(sql: Connection, minutes: ReturnType<Connection>): Promise<HourSpread> {
  const [spread] = await sql<(Omit<HourSpread, 'counts'> & { places: number[]; counts: number[] })[]>`
    with all_hours as (select minutes / 60.0 as hours from (${minutes}) as given (minutes)),
    played as (select hours::float8 from all_hours where hours > 0),
    bins as (
      select width_bucket(hours, ${HOUR_BOUNDS}::float8[]) as place, count(*)::int as count from played group by place
    )
    select (select count(*) filter (where hours = 0)::int from all_hours) as none,
      (select array_agg(coalesce(count, 0) order by places) from generate_series(0, ${HOUR_BOUNDS.length}::int) as places
        left join bins on place = places) as counts,
      percentile_cont(0.1) within group (order by hours) as tenth,
      percentile_cont(0.5) within group (order by hours) as median,
      percentile_cont(0.9) within group (order by hours) as ninth, max(hours) as most
    from played`;
  return spread!;
}
