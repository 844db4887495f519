import type { Interactions } from './interactions.ts';

/** The games that a model knows, each a column, and the games of each user among them. */
export interface Columns {
  /** The game id of each column: the most owned game first, and equally owned games by id. */
  gameIds: Int32Array;
  /** The number of owners of each game, players or not. */
  owners: Int32Array;
  /** The number of players of each game. */
  players: Int32Array;
  /** The number of users. */
  users: number;
  /** The number of games with an owner, in the model or not. */
  catalogue: number;
  /** The columns that each user has, user by user. */
  byUser: ColumnRows;
  /** The users who have each column, column by column; its `columns` holds users. */
  byColumn: ColumnRows;
  /** The number of games that each user owns, in the model or not. */
  librarySizes: Int32Array;
}

/**
 * A sparse matrix whose entries are of two kinds, played and owned only. Row i has the entries from `offsets[i]` up
 * to `offsets[i + 1]`.
 */
interface ColumnRows {
  offsets: Uint32Array;
  columns: Uint32Array;
  /** 1 where the game is played, 0 where it is owned only. */
  played: Uint8Array;
}

/** Orders the games by owners and keeps the first `maxGames` as columns. */
export function makeColumns({ offsets, games, minutes }: Interactions, maxGames: number): Columns {
  const users = offsets.length - 1;
  const owners = new Map<number, number>();
  const players = new Map<number, number>();
  for (let row = 0; row < offsets[users]!; row++) {
    const game = games[row]!;
    owners.set(game, (owners.get(game) ?? 0) + 1);
    if (minutes[row]! > 0) players.set(game, (players.get(game) ?? 0) + 1);
  }
  const ordered = [...owners].sort(([a, ownersA], [b, ownersB]) => ownersB - ownersA || a - b);
  const kept = ordered.slice(0, maxGames);
  const columnOf = new Map(kept.map(([game], column) => [game, column]));

  const byUser = emptyRows(users, owners, columnOf);
  const librarySizes = new Int32Array(users);
  let entry = 0;
  for (let user = 0; user < users; user++) {
    librarySizes[user] = offsets[user + 1]! - offsets[user]!;
    byUser.offsets[user] = entry;
    for (let row = offsets[user]!; row < offsets[user + 1]!; row++) {
      const column = columnOf.get(games[row]!);
      if (column === undefined) continue;
      byUser.columns[entry] = column;
      byUser.played[entry] = minutes[row]! > 0 ? 1 : 0;
      entry++;
    }
  }
  byUser.offsets[users] = entry;
  return {
    gameIds: Int32Array.from(kept, ([game]) => game),
    owners: Int32Array.from(kept, ([, count]) => count),
    players: Int32Array.from(kept, ([game]) => players.get(game) ?? 0),
    users,
    catalogue: owners.size,
    byUser,
    byColumn: transpose(byUser, users, kept.length),
    librarySizes,
  };
}

/** Rows with room for all owners of the kept games. */
function emptyRows(users: number, owners: Map<number, number>, columnOf: Map<number, number>): ColumnRows {
  let entries = 0;
  for (const game of columnOf.keys()) entries += owners.get(game)!;
  return {
    offsets: new Uint32Array(users + 1),
    columns: new Uint32Array(entries),
    played: new Uint8Array(entries),
  };
}

/** The same matrix by column. Users ascend within a column. */
function transpose(rows: ColumnRows, users: number, columns: number): ColumnRows {
  const entries = rows.columns.length;
  const offsets = new Uint32Array(columns + 1);
  for (const column of rows.columns) offsets[column + 1]!++;
  for (let column = 0; column < columns; column++) offsets[column + 1]! += offsets[column]!;
  const next = offsets.slice();
  const result: ColumnRows = {
    offsets,
    columns: new Uint32Array(entries),
    played: new Uint8Array(entries),
  };
  for (let user = 0; user < users; user++) {
    for (let entry = rows.offsets[user]!; entry < rows.offsets[user + 1]!; entry++) {
      const at = next[rows.columns[entry]!]!++;
      result.columns[at] = user;
      result.played[at] = rows.played[entry]!;
    }
  }
  return result;
}
