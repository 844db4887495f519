import type postgres from 'postgres';
import type { Connection } from '../../database/connection.ts';

/** What is told of a game, as it is loaded; without a record only its name is known. */
export interface DescribedGame {
  id: number;
  name: string;
  /** Whether it has a record, or is only known from libraries and reviews. */
  recorded: boolean;
  genres: readonly string[];
  /** In the order of the record, which looks like that of votes. */
  tags: readonly string[];
  specs: readonly string[];
  developers: readonly string[];
  publisher: string | null;
  releaseYear: number | null;
}

/** Every game of the data set that the search path names, by id. */
export async function readDescribedGames(sql: Connection): Promise<DescribedGame[]> {
  return readGames(sql, sql`true`);
}

/** Those that are not in `game_classes` yet. */
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
