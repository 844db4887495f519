import type { Columns } from './columns.ts';
import { principalDirections } from './principal-directions.ts';
import { type DenseRows, multiplyGram, type SparseRows } from './sparse-rows.ts';

/** The parameters for finding the factors of play. */
export interface PlayFactorParameters {
  /** The least number of owners of a game with factors. */
  leastOwners: number;
  /** The weight of a game that is owned but never played. A played game has weight 1. */
  owned: number;
  /** The power p in the weight of a user, (games owned)^-p. */
  userPower: number;
  /** The number of factors of a game. */
  factors: number;
  /** The number of directions beyond those kept; with them the iteration needs fewer rounds. */
  surplus: number;
  /** The number of rounds of the iteration. */
  rounds: number;
}

/** The measured best; see docs/recommending.md. */
export const PLAY_FACTOR_PARAMETERS: PlayFactorParameters = {
  leastOwners: 10,
  owned: 0.7,
  userPower: 0.5,
  factors: 64,
  surplus: 31,
  rounds: 5,
};

/** The places of games by play: games with the same players lie close together. */
export interface PlayFactors {
  /** The columns that have factors, ascending. */
  columns: Uint32Array;
  /** A row of length 1 for each of those columns. */
  rows: DenseRows;
}

/**
 * The principal directions of play: eigenvectors of the cosines between the columns of the games. The first
 * direction only tells how popular a game is, and is left out.
 */
export function playFactors(
  columns: Columns,
  parameters: PlayFactorParameters = PLAY_FACTOR_PARAMETERS,
): PlayFactors {
  const kept = Uint32Array.from(columns.gameIds.keys()).filter(
    (column) => columns.owners[column]! >= parameters.leastOwners,
  );
  const rows = cosineRows(columns, kept, parameters);
  const size = kept.length;
  const multiply = (vectors: readonly Float64Array[]) =>
    columnsOf(multiplyGram(rows, rowsFromColumns(vectors)));
  const found = principalDirections({ size, multiply }, parameters.factors + 1, parameters);
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

/** The matrix X with one row for each user, such that XᵀX holds the cosines between the kept columns. */
function cosineRows(
  { byUser, users, librarySizes, gameIds }: Columns,
  kept: Uint32Array,
  { owned, userPower }: PlayFactorParameters,
): SparseRows {
  const places = new Int32Array(gameIds.length).fill(-1);
  for (const [place, column] of kept.entries()) places[column] = place;
  const offsets = new Uint32Array(users + 1);
  const features = new Uint32Array(byUser.columns.length);
  const values = new Float64Array(byUser.columns.length);
  const squares = new Float64Array(kept.length);
  let entry = 0;
  for (let user = 0; user < users; user++) {
    const weight = Math.sqrt(Math.max(1, librarySizes[user]!) ** -userPower);
    for (let at = byUser.offsets[user]!; at < byUser.offsets[user + 1]!; at++) {
      const place = places[byUser.columns[at]!]!;
      if (place < 0) continue;
      const value = weight * (byUser.played[at] === 1 ? 1 : owned);
      features[entry] = place;
      values[entry++] = value;
      squares[place]! += value ** 2;
    }
    offsets[user + 1] = entry;
  }
  for (let at = 0; at < entry; at++) values[at]! /= Math.sqrt(squares[features[at]!]!) || 1;
  return { offsets, features, values, size: kept.length };
}

/** Rows whose columns are the vectors. A product reads such rows in the order in which they lie in memory. */
function rowsFromColumns(vectors: readonly Float64Array[]): DenseRows {
  const width = vectors.length;
  const values = new Float64Array(width * (vectors[0]?.length ?? 0));
  for (const [at, vector] of vectors.entries()) {
    for (let row = 0; row < vector.length; row++) values[row * width + at] = vector[row]!;
  }
  return { values, width };
}

/** The columns of rows, each as a vector. */
function columnsOf({ values, width }: DenseRows): Float64Array[] {
  const rows = values.length / width;
  return Array.from({ length: width }, (_, at) =>
    Float64Array.from({ length: rows }, (__, row) => values[row * width + at]!),
  );
}
