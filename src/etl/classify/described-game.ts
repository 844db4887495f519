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
  return [
    ...(await sql<DescribedGame[]>`
      select id, name, recorded, genres, tags, specs, developers, publisher, release_year as "releaseYear" from games order by id`),
  ];
}
