import type { Columns } from './columns.ts';
import { principalDirections } from './principal-directions.ts';
import { type DenseRows, multiplyGram, type SparseRows } from './sparse-rows.ts';

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
  const rows = cosineRows(columns, kept, parameters);
  const size = kept.length;
  const multiply = (vectors: readonly Float64Array[]) =>
    turnedAround(multiplyGram(rows, besideEachOther(vectors)));
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

/** X, a row a user, of which XᵀX holds the cosines of the kept columns. */
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

/** Vectors as the columns of rows, which a product reads in the order in which they lie. */
function besideEachOther(vectors: readonly Float64Array[]): DenseRows {
  const width = vectors.length;
  const values = new Float64Array(width * (vectors[0]?.length ?? 0));
  for (const [at, vector] of vectors.entries()) {
    for (let row = 0; row < vector.length; row++) values[row * width + at] = vector[row]!;
  }
  return { values, width };
}

/** The columns of rows as vectors. */
function turnedAround({ values, width }: DenseRows): Float64Array[] {
  const rows = values.length / width;
  return Array.from({ length: width }, (_, at) =>
    Float64Array.from({ length: rows }, (__, row) => values[row * width + at]!),
  );
}
