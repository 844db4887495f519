import type { Connection } from '../../database/connection.ts';
import { ASCII_WORDS, withoutMarks, wordsOf } from '../../platform/plain-text.ts';
import type { DescribedGame } from '../classify/described-game.ts';
import { splitDevelopers } from '../sources/steam-dump/clean/developers.ts';
import { tagFeatures } from './game-content.ts';

/** The games of all users. The games of user `u` are those from `offsets[u]` up to `offsets[u + 1]`. */
export interface Interactions {
  offsets: Uint32Array;
  /** Game ids, ascending within a user. */
  games: Int32Array;
  /** Minutes played; 0 for a game that is owned but was never played. */
  minutes: Int32Array;
}

/** Complete libraries with the ids of their owners. */
export interface Libraries extends Interactions {
  userIds: string[];
}

/** The number of rows that are fetched at once. */
const ROWS_A_FETCH = 20_000;

/**
 * The libraries of the data set that the search path names, if they are complete and not empty. A partial library
 * would claim that its missing games are not owned.
 */
export async function readLibraries(sql: Connection): Promise<Libraries> {
  const [count] = await sql<{ rows: number }[]>`
    select count(*)::int as rows from library join users on key = user_key where complete`;
  const games = sharedNumbers(count!.rows);
  const minutes = sharedNumbers(count!.rows);
  const userIds: string[] = [];
  const offsets: number[] = [];
  let row = 0;
  let current = -1;
  const cursor = sql<{ user_key: number; user_id: string; game_id: number; minutes: number }[]>`
    select user_key, user_id, game_id, minutes from library join users on key = user_key
    where complete order by user_key, game_id`.cursor(ROWS_A_FETCH);
  for await (const rows of cursor) {
    for (const fetched of rows) {
      if (fetched.user_key !== current) {
        current = fetched.user_key;
        userIds.push(fetched.user_id);
        offsets.push(row);
      }
      games[row] = fetched.game_id;
      minutes[row] = fetched.minutes;
      row++;
    }
  }
  offsets.push(row);
  return { userIds, offsets: Uint32Array.from(offsets), games, minutes };
}

/**
 * Numbers in shared memory. The threads that fit the models read the same memory, because each copy of a large data
 * set would take some hundred megabytes.
 */
function sharedNumbers(length: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(length * Int32Array.BYTES_PER_ELEMENT));
}

/** The features of a game, by which it is compared with other games. Each kind is a set. */
export interface GameFeatures {
  /** Tags, genres and specs, each with its field: `tags:Indie` and `genres:Indie` are two features. */
  tags: string[];
  developers: string[];
  publishers: string[];
  titleWords: string[];
}

/** The features of games, by game id. */
export function gameFeatures(games: readonly DescribedGame[]): Map<number, GameFeatures> {
  return new Map(
    games.map((game) => [
      game.id,
      {
        tags: tagFeatures(game),
        developers: [...game.developers],
        publishers: splitDevelopers(game.publisher ?? ''),
        titleWords: titleWords(game.name),
      },
    ]),
  );
}

/** The distinct words of a title, without case, accents and apostrophes. */
export function titleWords(title: string): string[] {
  const plain = withoutMarks(title.toLowerCase()).replace(/['’]/g, '');
  return [...new Set(wordsOf(plain, ASCII_WORDS))];
}
