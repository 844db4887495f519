import type { Columns } from './columns.ts';

/** The chances that an owner of one game plays each game, by column. */
export interface CoPlayRow {
  /** For an owner who plays the game. */
  played: Float64Array;
  /** For an owner who has never played it. */
  owned: Float64Array;
}

/**
 * The chances that a user who has game i, in one of two states (played, or owned only), plays each game j. Users
 * whose library has j unplayed are left out, because a candidate is never in the library:
 *
 *     (#(i in the state, j played) + n π_j) / (#(i in the state) − #(i in the state, j owned only) + n)
 *
 * Here π_j is the same chance over all users, and n (`priorUsers`) is the number of imagined users behind it. Games
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

  /** The chances for game i; the chance of i itself is 0. */
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
