import type { Connection } from '../../database/connection.ts';

/** The games of a release year with at least one owner, and all hours that were played in them. */
export interface YearHours {
  year: number;
  games: number;
  hours: number;
}

/** Hours by release year, from the earliest year to the latest. */
export function readHoursByYear(sql: Connection): Promise<YearHours[]> {
  return sql<YearHours[]>`
    select release_year as year, count(*)::int as games, (sum(minutes) / 60.0)::float8 as hours
    from game_play join games on id = game_id where owners > 0 and release_year is not null
    group by release_year order by release_year`;
}
