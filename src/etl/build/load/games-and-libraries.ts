import type { Connection } from '../../../database/connection.ts';
import { createIndexes } from '../../publish/data-set-schema.ts';
import { judgeTally } from '../../sources/judge-tally.ts';
import type { Reuse } from '../reuse/built-data-set.ts';
import { copyGamesAndLibraries } from './copy-libraries.ts';
import { loadGames, UnnamedGames } from './games.ts';
import { loadLibraries } from './libraries.ts';
import type { LoadInput } from './load-input.ts';
import { Users } from './users.ts';

/** The users and games that are known once games and libraries are loaded. */
export interface LoadedLibraries {
  users: Users;
  unnamed: UnnamedGames;
  /** The number of users in the libraries. They have the keys 0 to `libraryUsers` − 1. */
  libraryUsers: number;
}

/**
 * Loads games and libraries into the tables that the search path names, or copies them from the earlier data set.
 *
 * @throws RefreshError if a source cannot be read or is not what it should be
 */
export async function loadGamesAndLibraries(sql: Connection, input: LoadInput): Promise<LoadedLibraries> {
  const loaded = input.reuse?.sameLibraries
    ? await takeOver(sql, input, input.reuse)
    : await readLibraries(sql, input);
  const libraryUsers = loaded.users.size;
  await loaded.users.load(sql);
  await sql`analyze games, users, library`;
  return { ...loaded, libraryUsers };
}

async function takeOver(sql: Connection, { dataSetId, tallies, onBegin }: LoadInput, reuse: Reuse) {
  onBegin('libraries');
  const taken = await copyGamesAndLibraries(sql, reuse, tallies);
  await createIndexes(sql, dataSetId, 'library');
  return taken;
}

async function readLibraries(sql: Connection, { dataSetId, tallies, places, onBegin, records }: LoadInput) {
  onBegin('games');
  const recorded = await loadGames(sql, records('games'), tallies.games);
  judgeTally(tallies.games, places.games);

  onBegin('libraries');
  const users = new Users();
  const unnamed = new UnnamedGames(recorded);
  await loadLibraries(sql, records('libraries'), tallies.libraries, {
    users,
    unnamed,
    buildKey: () => createIndexes(sql, dataSetId, 'library'),
  });
  judgeTally(tallies.libraries, places.libraries);
  await unnamed.load(sql, tallies.libraries);
  return { users, unnamed };
}
