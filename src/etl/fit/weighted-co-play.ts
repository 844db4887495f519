import type { Columns } from './columns.ts';

/** The play of the owners of one game, by column. */
export interface WeightedCoPlayRow {
  /** The sum of the weights of the users who own the one game and play the game of the column. */
  weights: Float64Array;
  /** The number of users who play both games. */
  players: Uint32Array;
}

/**
 * Counts the users who own one game and play another, for pairs of games. Each user counts (games owned)^-power,
 * because a library of thousands of games tells less about any two of them. Rows are made one at a time, so memory
 * grows with the number of games only.
 */
export class WeightedCoPlay {
  /** The total weight of the owners of each game, by column. */
  readonly owners: Float64Array;
  /** The share of users, by weight, who play each game, by column. */
  readonly playedShare: Float64Array;
  readonly #columns: Columns;
  readonly #userWeights: Float64Array;
  readonly #row: WeightedCoPlayRow;

  constructor(columns: Columns, power: number) {
    const { librarySizes, byUser, gameIds, users } = columns;
    this.#columns = columns;
    this.#userWeights = Float64Array.from(librarySizes, (size) => Math.max(1, size) ** -power);
    this.owners = new Float64Array(gameIds.length);
    this.playedShare = new Float64Array(gameIds.length);
    let all = 0;
    for (let user = 0; user < users; user++) {
      const weight = this.#userWeights[user]!;
      all += weight;
      for (let entry = byUser.offsets[user]!; entry < byUser.offsets[user + 1]!; entry++) {
        this.owners[byUser.columns[entry]!]! += weight;
        if (byUser.played[entry] === 1) this.playedShare[byUser.columns[entry]!]! += weight;
      }
    }
    for (let column = 0; column < gameIds.length; column++) this.playedShare[column]! /= all || 1;
    this.#row = { weights: new Float64Array(gameIds.length), players: new Uint32Array(gameIds.length) };
  }

  /** The row of one game. The next call writes over it. */
  row(game: number): WeightedCoPlayRow {
    const { byUser, byColumn } = this.#columns;
    const { weights, players } = this.#row;
    weights.fill(0);
    players.fill(0);
    for (let has = byColumn.offsets[game]!; has < byColumn.offsets[game + 1]!; has++) {
      const user = byColumn.columns[has]!;
      const weight = this.#userWeights[user]!;
      const plays = byColumn.played[has]!;
      for (let entry = byUser.offsets[user]!; entry < byUser.offsets[user + 1]!; entry++) {
        if (byUser.played[entry] !== 1) continue;
        weights[byUser.columns[entry]!]! += weight;
        players[byUser.columns[entry]!]! += plays;
      }
    }
    return this.#row;
  }
}
