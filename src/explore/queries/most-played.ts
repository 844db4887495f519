import type { Connection } from '../../database/connection.ts';

export interface PlayedGame {
  name: string;
  hours: number;
  players: number;
}

/** The ten games with the most hours. */
export function readMostPlayed(sql: Connection): Promise<PlayedGame[]> {
  return sql<PlayedGame[]>`
    select name, (minutes / 60.0)::float8 as hours, players from game_play join games on id = game_id
    where minutes > 0 order by minutes desc, name collate "C" limit 10`;
}
