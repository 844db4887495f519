import { and, asc, eq, gte, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { LRUCache } from 'lru-cache';
import { anyOf, numbers } from '../../database/any-of.ts';
import { mayBeNamed } from '../../database/hidden-users.ts';
import { type SparseRow, unpackRow } from '../../database/packed-weights.ts';
import type { DataSet } from '../data-set/data-set.ts';
import { perDataSet } from '../data-set/per-data-set.ts';
import { type OwnedGame, stateOf, UserScorer } from './user-scores.ts';

/** A game that somebody has, and for how long they played it; 0 minutes: owned, but never played. */
export interface LibraryGame {
  gameId: number;
  minutes: number;
}

/** The columns of the data set's model, with which libraries are scored. */
export const userScorerOf = perDataSet(async ({ database, tables: { userModel } }) => {
  const rows = await database
    .select({ gameId: userModel.gameId, owners: userModel.owners, players: userModel.players })
    .from(userModel)
    .where(gte(userModel.column, 0))
    .orderBy(asc(userModel.column));
  return new UserScorer({
    gameIds: Int32Array.from(rows, ({ gameId }) => gameId),
    owners: Int32Array.from(rows, ({ owners }) => owners),
    players: Int32Array.from(rows, ({ players }) => players),
  });
});

/** The library of one of Steam's users, by game; null where the data set knows no such user, or they may not be named. */
export async function readLibrary(dataSet: DataSet, userId: string): Promise<LibraryGame[] | null> {
  const [row] = await libraryOf(dataSet).execute({ userId });
  if (row === undefined) return null;
  return row.gameIds.map((gameId, place) => ({ gameId, minutes: row.minutes[place]! }));
}

/** As two lists: a library may have thousands of games. */
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

/** What the model has of one game, with both rows of chances. */
interface ModelRow {
  column: number;
  links: SparseRow;
  played: SparseRow;
  owned: SparseRow;
}

/** More than the model has columns (about 2.5 kB each), for games that it does not have. */
const KEPT_ROWS = 16_384;

/** Rows read at once by {@link ModelRows.readAhead}: half a megabyte, for which nobody else waits long. */
const READ_AHEAD = 200;

/**
 * The rows of a data set's model: each is read when a library first needs it, if not ahead, and kept. Not a `Memo`, which makes one
 * value at a time: a library's missing rows are read together.
 */
class ModelRows {
  readonly #dataSet: DataSet;
  /** `false`: the model does not have the game. */
  readonly #rows = new LRUCache<number, ModelRow | false>({ max: KEPT_ROWS });

  constructor(dataSet: DataSet) {
    this.#dataSet = dataSet;
  }

  /** A library with the rows that its games need. */
  async ownedGames(games: readonly LibraryGame[]): Promise<OwnedGame[]> {
    const rows = await this.#rowsOf(games.map(({ gameId }) => gameId));
    return games.map(({ gameId, minutes }) => {
      const row = rows.get(gameId) || null;
      const known = row && { column: row.column, links: row.links, chances: row[stateOf(minutes)] };
      return { gameId, minutes, known };
    });
  }

  /** Reads all that there are, so that no library waits for its own. */
  async readAhead(): Promise<void> {
    const { columns } = await userScorerOf(this.#dataSet);
    for (let from = 0; from < columns.gameIds.length; from += READ_AHEAD) {
      await this.#rowsOf(Array.from(columns.gameIds.subarray(from, from + READ_AHEAD)));
    }
  }

  /** The rows of some games: those that are not kept yet are read. */
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

/** What the model has of the games of libraries. */
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
