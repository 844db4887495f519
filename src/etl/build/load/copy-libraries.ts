import type { Connection } from '../../../database/connection.ts';
import { dataSetSchema } from '../../../database/schema/data-set.ts';
import type { PerSource } from '../../../database/schema/sources.ts';
import type { Tally } from '../../report/tally.ts';
import { LIBRARY_SOURCES, type Reuse } from '../reuse/built-data-set.ts';
import { copyTables } from '../reuse/copy-tables.ts';
import { UnnamedGames } from './games.ts';
import { Users } from './users.ts';

/**
 * Copies games and libraries from an earlier data set, which was made from the same sources by the same code,
 * instead of reading the sources again. The tallies of these sources get the counts and rejects of that time.
 *
 * @param sql its search path names the new data set
 */
export async function copyGamesAndLibraries(
  sql: Connection,
  { before: from, sameRollups }: Reuse,
  tallies: PerSource<Tally>,
): Promise<{ users: Users; unnamed: UnnamedGames }> {
  const { origin } = from;
  const table = (name: string) => sql(`${dataSetSchema(from.id)}.${name}`);
  await copyTables(sql, from, ['library']);
  // A game that is known from reviews alone is left out, because loading the reviews adds it again. The owned
  // games are read from `game_play`, which is short; other code of the rollups might fill that differently, and
  // then `library` is read instead.
  const owned = table(sameRollups ? 'game_play' : 'library');
  const games = await sql<{ id: number; named: boolean }[]>`
    insert into games
    select * from ${table('games')} where recorded or id in (select game_id from ${owned})
    returning id`;
  const users = await sql<{ user_id: string }[]>`
    select user_id from ${table('users')} where key < ${origin.libraryUsers} order by key`;
  await sql`
    insert into column_profiles select * from ${table('column_profiles')} where source in ${sql(LIBRARY_SOURCES)}`;
  await sql`insert into users select * from ${table('users')} where key < ${origin.libraryUsers}`;

  for (const name of LIBRARY_SOURCES) {
    const [tally, earlier] = [tallies[name], origin.tallies[name]];
    if (tally === undefined || earlier === undefined) continue;
    const rejects = await sql<{ line: number; column: number | null; path: string | null; reason: string }[]>`
      select line, "column", path, reason from ${table('rejects')} where source = ${name}`;
    tally.restore(
      earlier,
      rejects.map((reject) => ({ source: name, ...reject })),
    );
  }
  return {
    users: Users.from(users.map(({ user_id }) => user_id)),
    unnamed: new UnnamedGames({ named: new Set(games.map(({ id }) => id)), nameless: new Map() }),
  };
}
