import type { Columns } from './columns.ts';
import { principalDirections } from './principal-directions.ts';
import type { DenseRows } from './ridge.ts';

/** How the factors of play are found. */
export interface PlayFactorParameters {
  /** Games with fewer owners have none. */
  leastOwners: number;
  /** What a game that is owned, but never played, counts. */
  owned: number;
  /** A user counts (games owned)^-this. */
  userPower: number;
  factors: number;
  /** Directions beyond those kept, with which the iteration gets there sooner. */
  surplus: number;
  rounds: number;
}

/** As measured; docs/recommending.md. */
export const PLAY_FACTOR_PARAMETERS: PlayFactorParameters = {
  leastOwners: 10,
  owned: 0.7,
  userPower: 0.5,
  factors: 64,
  surplus: 31,
  rounds: 5,
};

/** Where games lie by who plays them. */
export interface PlayFactors {
  /** The columns that have factors, in order. */
  columns: Uint32Array;
  /** One row of length 1 for each of those. */
  rows: DenseRows;
}

/**
 * The principal directions of who plays what: eigenvectors of the cosines of the games' columns. The first says only how popular a game is, and is left out.
 */
export function playFactors(
  columns: Columns,
  parameters: PlayFactorParameters = PLAY_FACTOR_PARAMETERS,
): PlayFactors {
  const kept = Uint32Array.from(columns.gameIds.keys()).filter(
    (column) => columns.owners[column]! >= parameters.leastOwners,
  );
  const gram = cosineMatrix(columns, kept, parameters);
  const size = kept.length;
  const found = principalDirections(gram, size, parameters.factors + 1, parameters);
  const directions = found.slice(1);
  const values = new Float64Array(size * directions.length);
  for (let game = 0; game < size; game++) {
    const row = Float64Array.from(directions, (direction) => direction[game]!);
    const length = Math.hypot(...row) || 1;
    values.set(
      row.map((value) => value / length),
      game * directions.length,
    );
  }
  return { columns: kept, rows: { values, width: directions.length } };
}

function cosineMatrix(
  { byUser, users, librarySizes, gameIds }: Columns,
  kept: Uint32Array,
  { owned, userPower }: PlayFactorParameters,
): Float64Array {
  const size = kept.length;
  const places = new Int32Array(gameIds.length).fill(-1);
  for (const [place, column] of kept.entries()) places[column] = place;
  const gram = new Float64Array(size * size);
  for (let user = 0; user < users; user++) {
    const weight = Math.max(1, librarySizes[user]!) ** -userPower;
    const [from, to] = [byUser.offsets[user]!, byUser.offsets[user + 1]!];
    for (let a = from; a < to; a++) {
      const row = places[byUser.columns[a]!]!;
      if (row < 0) continue;
      const value = weight * (byUser.played[a] === 1 ? 1 : owned);
      for (let b = from; b < to; b++) {
        const column = places[byUser.columns[b]!]!;
        if (column >= 0) gram[row * size + column]! += value * (byUser.played[b] === 1 ? 1 : owned);
      }
    }
  }
  const lengths = Float64Array.from({ length: size }, (_, at) => Math.sqrt(gram[at * size + at]!) || 1);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      gram[row * size + column]! /= lengths[row]! * lengths[column]!;
    }
  }
  return gram;
}
