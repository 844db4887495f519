import { and, eq, gte, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { LRUCache } from 'lru-cache';
import { anyOf, numbers } from '../../database/any-of.ts';
import { mayBeNamed } from '../../database/hidden-users.ts';
import { listOf } from '../../database/json-of.ts';
import { type SparseRow, unpackRow } from '../../database/packed-weights.ts';
import { userOfAddress } from '../catalogue/steam-address.ts';
import type { DataSet } from '../data-set/data-set.ts';
import { perDataSet } from '../data-set/per-data-set.ts';
import { type OwnedGame, stateOf, UserScorer } from './user-scores.ts';

/** A game in a library. */
export interface LibraryGame {
  gameId: number;
  /** Minutes played; 0 for a game that is owned but was never played. */
  minutes: number;
}

/** Scores libraries by the columns of the data set's model. */
export const userScorerOf = perDataSet(async (dataSet) => {
  const { userModel } = dataSet.tables;
  const [columns] = await dataSet.withoutTimeLimit(({ database }) =>
    database
      .select({
        gameIds: listOf(userModel.gameId, userModel.column),
        owners: listOf(userModel.owners, userModel.column),
        players: listOf(userModel.players, userModel.column),
      })
      .from(userModel)
      .where(gte(userModel.column, 0)),
  );
  return new UserScorer({
    gameIds: Int32Array.from(columns!.gameIds),
    owners: Int32Array.from(columns!.owners),
    players: Int32Array.from(columns!.players),
  });
});

/**
 * The library of a Steam user. Steam's custom names have no case: one that differs in case alone is taken where there is no
 * other.
 *
 * @param typed an id or a custom name, or the address of a profile
 * @returns null where the data set has no such user, or the user may not be named
 */
export async function findLibrary(
  dataSet: DataSet,
  typed: string,
): Promise<{ userId: string; library: LibraryGame[] } | null> {
  const user = userOfAddress(typed);
  const library = await readLibrary(dataSet, user);
  if (library !== null) return { userId: user, library };
  if (user.length > LONGEST_CUSTOM_NAME) return null;
  const named = await usersOfAnyCase(dataSet).execute({ user });
  if (named.length !== 1) return null;
  const { userId } = named[0]!;
  const other = await readLibrary(dataSet, userId);
  return other === null ? null : { userId, library: other };
}

async function readLibrary(dataSet: DataSet, userId: string): Promise<LibraryGame[] | null> {
  const [row] = await libraryOf(dataSet).execute({ userId });
  if (row === undefined) return null;
  return row.gameIds.map((gameId, place) => ({ gameId, minutes: row.minutes[place]! }));
}

/** The most characters of a custom name: Steam allows 32. */
const LONGEST_CUSTOM_NAME = 64;

/** The users whose names differ from a text in case alone, two at most. It goes through all users, in some milliseconds. */
const usersOfAnyCase = perDataSet(({ database, tables: { users } }) =>
  database
    .select({ userId: users.userId })
    .from(users)
    .where(
      and(
        sql`lower(${users.userId}) = lower(${sql.placeholder('user')})`,
        mayBeNamed(database, users.userId),
      ),
    )
    .limit(2)
    .prepare('users_of_any_case'),
);

/** A library as one row with two lists, because thousands of rows take much longer to read. */
const libraryOf = perDataSet(({ database, tables: { users, library } }) => {
  const list = (column: PgColumn) => sql<number[]>`
    coalesce(json_agg(${column} order by ${library.gameId}) filter (where ${library.gameId} is not null), '[]')`;
  return database
    .select({ gameIds: list(library.gameId), minutes: list(library.minutes) })
    .from(users)
    .leftJoin(library, eq(library.userKey, users.key))
    .where(and(eq(users.userId, sql.placeholder('userId')), mayBeNamed(database, users.userId)))
    .groupBy(users.key)
    .prepare('library_of');
});

/** The model's row of one game. */
interface ModelRow {
  column: number;
  /** The weights that owning the game adds to the other games. */
  links: SparseRow;
  /** The chances of each game for somebody who plays this one, to the fourth power. */
  played: SparseRow;
  /** The same for somebody who owns this game but never played it. */
  owned: SparseRow;
}

/**
 * The number of rows kept, about 2.5 kB each. It exceeds the model's columns, so that games without a
 * row are kept too.
 */
const KEPT_ROWS = 16_384;

/**
 * The number of rows that {@link ModelRows.readAhead} reads at once: half a megabyte, which delays other
 * questions little.
 */
const READ_AHEAD = 200;

/**
 * The rows of a data set's model. A row is read ahead or when a library first needs it, and then kept. This is
 * no `Memo`, because a `Memo` makes one value at a time, and the missing rows of a library are read together.
 */
class ModelRows {
  readonly #dataSet: DataSet;
  /** By game; `false` where the model does not have the game. */
  readonly #rows = new LRUCache<number, ModelRow | false>({ max: KEPT_ROWS });

  constructor(dataSet: DataSet) {
    this.#dataSet = dataSet;
  }

  /** A library's games with their rows of the model. */
  async ownedGames(games: readonly LibraryGame[]): Promise<OwnedGame[]> {
    const rows = await this.#rowsOf(games.map(({ gameId }) => gameId));
    return games.map(({ gameId, minutes }) => {
      const row = rows.get(gameId) || null;
      const known = row && { column: row.column, links: row.links, chances: row[stateOf(minutes)] };
      return { gameId, minutes, known };
    });
  }

  /** Reads all rows, so that no question has to wait for them. */
  async readAhead(): Promise<void> {
    const { columns } = await userScorerOf(this.#dataSet);
    for (let from = 0; from < columns.gameIds.length; from += READ_AHEAD) {
      await this.#rowsOf(Array.from(columns.gameIds.subarray(from, from + READ_AHEAD)));
    }
  }

  /** The rows of some games. Rows that are not kept yet are read. */
  async #rowsOf(gameIds: readonly number[]): Promise<Map<number, ModelRow | false>> {
    const rows = new Map<number, ModelRow | false>();
    const missing: number[] = [];
    for (const gameId of gameIds) {
      const row = this.#rows.get(gameId);
      if (row === undefined) missing.push(gameId);
      else rows.set(gameId, row);
    }
    for (const [gameId, row] of await this.#read(missing)) {
      rows.set(gameId, row);
      this.#rows.set(gameId, row);
    }
    return rows;
  }

  async #read(gameIds: readonly number[]): Promise<Map<number, ModelRow | false>> {
    const rows = new Map<number, ModelRow | false>(gameIds.map((gameId) => [gameId, false]));
    if (gameIds.length === 0) return rows;
    const found = await rowsOf(this.#dataSet).execute({ gameIds: numbers(gameIds) });
    for (const { gameId, column, links, played, owned } of found) {
      rows.set(gameId, {
        column,
        links: unpackRow(links),
        played: unpackRow(played),
        owned: unpackRow(owned),
      });
    }
    return rows;
  }
}

/** The rows of the data set's model, by game. */
export const modelRowsOf = perDataSet((dataSet) => new ModelRows(dataSet), {
  readAhead: 'models',
  warmUp: (rows) => rows.readAhead(),
});

const rowsOf = perDataSet(({ database, tables: { userModel } }) =>
  database
    .select({
      gameId: userModel.gameId,
      column: userModel.column,
      links: userModel.links,
      played: userModel.played,
      owned: userModel.owned,
    })
    .from(userModel)
    .where(anyOf(userModel.gameId, 'gameIds'))
    .prepare('model_rows_of'),
);
