import type postgres from 'postgres';
import type { Connection } from '../../database/connection.ts';

/** The description of a game, as it is loaded. Without a record only the name is known. */
export interface DescribedGame {
  id: number;
  name: string;
  /** Whether the game has a record. A game without one is known only from libraries and reviews. */
  recorded: boolean;
  genres: readonly string[];
  /** In the order of the record, which looks like an order by votes. */
  tags: readonly string[];
  specs: readonly string[];
  developers: readonly string[];
  publisher: string | null;
  releaseYear: number | null;
}

/** All games of the data set that the search path names, in the order of their ids. */
export async function readDescribedGames(sql: Connection): Promise<DescribedGame[]> {
  return readGames(sql, sql`true`);
}

/** The games of that data set that are not in `game_classes` yet, in the order of their ids. */
export async function readUnclassifiedGames(sql: Connection): Promise<DescribedGame[]> {
  return readGames(sql, sql`not exists (select from game_classes where game_id = id)`);
}

async function readGames(
  sql: Connection,
  condition: postgres.PendingQuery<postgres.Row[]>,
): Promise<DescribedGame[]> {
  const games = await sql<DescribedGame[]>`
    select id, name, recorded, genres, tags, specs, developers, publisher, release_year as "releaseYear"
    from games where ${condition} order by id`;
  return [...games];
}
