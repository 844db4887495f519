import type { Connection } from '../../database/connection.ts';

/** Of things with hours: how many there are from each bound of {@link HOUR_BOUNDS} to the next, and what is in the middle. */
export interface HourSpread {
  /** Those without any hour played. */
  none: number;
  /** One for each bound, and before them one for less than the first. */
  counts: number[];
  /** Of those with any: a tenth has less than the first, half less than the second, nine tenths less than the third. */
  tenth: number | null;
  median: number | null;
  ninth: number | null;
  most: number | null;
}

/** Hours, three times as much each: half a step of a scale of tens. */
export const HOUR_BOUNDS = [1, 3, 10, 30, 100, 300, 1000, 3000, 10_000, 30_000, 100_000, 300_000, 1_000_000];

/** All hours that were played in a game, over the games that somebody has. */
export function readHoursByGame(sql: Connection): Promise<HourSpread> {
  return hourSpread(sql, sql`select minutes from game_play where owners > 0`);
}

/** How the hours of what a query gives as `minutes` are spread. */
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
