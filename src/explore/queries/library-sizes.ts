import type { Connection } from '../../database/connection.ts';

/** Users by the number of games that they own. */
export interface LibrarySizes {
  /** Users per step: each starts at a bound of {@link SIZE_BOUNDS} and ends before the next. */
  counts: number[];
  /** Games per user: the median, and the largest number. */
  median: number | null;
  most: number | null;
  /** The share of library rows, 0 to 1, that were never played. */
  neverPlayed: number | null;
}

/** Bounds of the steps, in games per library. */
export const SIZE_BOUNDS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];

/** The sizes of all libraries with at least one game. */
export async function readLibrarySizes(sql: Connection): Promise<LibrarySizes> {
  const [sizes] = await sql<LibrarySizes[]>`
    with sizes as (
      select count(*)::float8 as games, count(*) filter (where minutes = 0) as unplayed from library group by user_key
    ), bins as (
      select width_bucket(games, ${SIZE_BOUNDS}::float8[]) as place, count(*)::int as count from sizes group by place
    )
    select (select array_agg(coalesce(count, 0) order by places) from generate_series(1, ${SIZE_BOUNDS.length}::int) as places
        left join bins on place = places) as counts,
      percentile_cont(0.5) within group (order by games) as median, max(games) as most,
      (sum(unplayed) / sum(games))::float8 as "neverPlayed"
    from sizes`;
  return sizes!;
}
