import type { Columns } from './columns.ts';

/** Chances for one game that somebody has, over all columns. */
export interface CoPlayRow {
  /** Where the game is played. */
  played: Float64Array;
  /** Where it is owned but never played. */
  owned: Float64Array;
}

/**
 * How likely somebody who has game i, in one of the two states, plays each game j, given that j doesn't lie in their
 * library unplayed (a candidate never does):
 *
 *     (#(i in the state, j played) + n π_j) / (#(i in the state) − #(i in the state, j owned only) + n)
 *
 * where π_j is the same chance over all users, and n, `priorUsers`, is how many imagined users stand for it. Games
 * are taken one at a time, so memory grows with the number of columns only.
 */
export class CoPlay {
  readonly #columns: Columns;
  readonly #priorUsers: number;
  readonly #prior: Float64Array;
  readonly #plays: Float64Array;
  readonly #unplayed: Float64Array;

  constructor(columns: Columns, priorUsers: number) {
    const size = columns.gameIds.length;
    this.#columns = columns;
    this.#priorUsers = priorUsers;
    this.#plays = new Float64Array(size);
    this.#unplayed = new Float64Array(size);
    this.#prior = Float64Array.from({ length: size }, (_, j) => {
      const { owners, players, users } = columns;
      const could = users - (owners[j]! - players[j]!);
      return could > 0 ? players[j]! / could : 0;
    });
  }

  /** The chances for game i; that of itself is 0. */
  row(i: number): CoPlayRow {
    return { played: this.#chances(i, 1), owned: this.#chances(i, 0) };
  }

  #chances(i: number, state: 0 | 1): Float64Array {
    const { byColumn, byUser } = this.#columns;
    const plays = this.#plays.fill(0);
    const unplayed = this.#unplayed.fill(0);
    let users = 0;
    for (let entry = byColumn.offsets[i]!; entry < byColumn.offsets[i + 1]!; entry++) {
      if (byColumn.played[entry] !== state) continue;
      users++;
      const user = byColumn.columns[entry]!;
      for (let of = byUser.offsets[user]!; of < byUser.offsets[user + 1]!; of++) {
        const column = byUser.columns[of]!;
        if (byUser.played[of] === 1) plays[column]!++;
        else unplayed[column]!++;
      }
    }
    const n = this.#priorUsers;
    const chances = new Float64Array(plays.length);
    for (let j = 0; j < chances.length; j++) {
      if (j !== i) chances[j] = (plays[j]! + n * this.#prior[j]!) / (users - unplayed[j]! + n);
    }
    return chances;
  }
}
