import type { Interactions } from './interactions.ts';

/** The games that a model knows, by number of owners, and each user's games among them. */
export interface Columns {
  /** Ids, most owned first, then by id. */
  gameIds: Int32Array;
  /** Owners, whether they play it or not. */
  owners: Int32Array;
  players: Int32Array;
  users: number;
  /** Games with an owner, in the model or not. */
  catalogue: number;
  /** What every user has among these columns, user by user. */
  byUser: ColumnRows;
  /** Who has each column, column by column: `columns` holds users. */
  byColumn: ColumnRows;
  /** All that a user owns, among the columns or not. */
  librarySizes: Int32Array;
}

/** A sparse matrix of zeroes and ones in two kinds. */
interface ColumnRows {
  offsets: Uint32Array;
  columns: Uint32Array;
  /** 1 where the game is played, 0 where it is owned only. */
  played: Uint8Array;
}

/** Orders the games by owners, and keeps the first `maxGames`. */
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

  const byUser = rowsOf(users, owners, columnOf);
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

function rowsOf(users: number, owners: Map<number, number>, columnOf: Map<number, number>): ColumnRows {
  let entries = 0;
  for (const game of columnOf.keys()) entries += owners.get(game)!;
  return {
    offsets: new Uint32Array(users + 1),
    columns: new Uint32Array(entries),
    played: new Uint8Array(entries),
  };
}

/** The same matrix by column; users ascend within a column. */
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
