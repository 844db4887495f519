import type { Connection } from '../../database/connection.ts';

/** Reviews by writers who have played so many hours of what they review. */
export interface PlaytimeVerdict {
  reviews: number;
  recommending: number;
}

/** Hours; the first are those below it, and the last those from it on. */
export const VERDICT_BOUNDS = [1, 3, 10, 30, 100, 300, 1000];

/** Reviews whose writer's library holds the game, by the hours played in it. Their hours are of the crawl, not of the review. */
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
