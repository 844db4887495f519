import type { Connection } from '../../database/connection.ts';

export interface NamedCount {
  name: string;
  games: number;
}

/** Genres with their recorded games and hours, the most games first. A game counts in full for each of its genres. */
export function readGenres(sql: Connection): Promise<(NamedCount & { hours: number })[]> {
  return sql<(NamedCount & { hours: number })[]>`
    select genre as name, count(*)::int as games, (coalesce(sum(minutes), 0) / 60.0)::float8 as hours
    from games left join game_play on game_id = id, unnest(genres) as genre
    where recorded group by genre order by games desc, genre collate "C"`;
}

/** The twenty most frequent tags of recorded games, and how many tags there are. */
export async function readTags(sql: Connection): Promise<{ tags: NamedCount[]; all: number }> {
  const rows = await sql<(NamedCount & { all: number })[]>`
    select tag as name, games, (count(*) over ())::int as all from tags order by games desc, tag collate "C" limit 20`;
  return { tags: rows.map(({ name, games }) => ({ name, games })), all: rows[0]?.all ?? 0 };
}
