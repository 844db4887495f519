import type { Connection } from '../../database/connection.ts';

/** Reviews of one step of playtime: the hours that the writer has in the reviewed game. */
export interface PlaytimeVerdict {
  reviews: number;
  recommending: number;
}

/** Bounds of the steps, in hours. The first step lies below the first bound, the last one starts at the last bound. */
export const VERDICT_BOUNDS = [1, 3, 10, 30, 100, 300, 1000];

/**
 * Reviews by playtime, if the writer's library holds the game; `without` counts the other reviews. The hours are those on
 * the day of the crawl, not on the day of the review.
 */
export async function readPlaytimeVerdicts(
  sql: Connection,
): Promise<{ bins: PlaytimeVerdict[]; without: number }> {
  const bins = await sql<PlaytimeVerdict[]>`
    with counted as (
      select width_bucket((minutes / 60.0)::float8, ${VERDICT_BOUNDS}::float8[]) as place, count(*)::int as reviews,
        count(*) filter (where recommend)::int as recommending
      from reviews join library using (user_key, game_id) group by place
    )
    select coalesce(reviews, 0) as reviews, coalesce(recommending, 0) as recommending
    from generate_series(0, ${VERDICT_BOUNDS.length}::int) as places left join counted on place = places order by places`;
  const [counted] = await sql<{ all: number }[]>`select count(*)::int as all from reviews`;
  return { bins: [...bins], without: counted!.all - bins.reduce((sum, { reviews }) => sum + reviews, 0) };
}
