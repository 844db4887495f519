import type { Columns } from '../etl/fit/columns.ts';
import { addRidge, easeWeights, gramMatrix } from '../etl/fit/ease.ts';
import { invertPositiveDefinite } from '../etl/fit/invert.ts';

/**
 * The published models that ours is compared with. Each function returns a square matrix of weights, row by
 * row, with a diagonal of 0. The scores for a library are the sum of the rows of its games. In the input, a
 * played game counts 1, and a game that is owned but not played counts `owned`.
 */

/**
 * Item-item cosine with shrinkage: c_ij / (√(c_ii c_jj) + shrinkage) (Koren and Bell, Advances in
 * Collaborative Filtering).
 */
export function cosine(columns: Columns, owned: number, shrinkage: number): Float64Array {
  return normalized(gramMatrix(columns, { owned, userPower: 0 }), columns, () => shrinkage, 1);
}

/** The cosine to a power. Each user counts (games owned)^-0.5, and `shrinkage` is a share of the mean squared norm. */
export function weightedCosine(
  columns: Columns,
  owned: number,
  shrinkage: number,
  power: number,
): Float64Array {
  const gram = gramMatrix(columns, { owned, userPower: 0.5 });
  return normalized(gram, columns, (mean) => shrinkage * mean, power);
}

/**
 * BM25 between games, with the weights of the library `implicit`. A game is a document, and its users are the
 * words (Robertson and Zaragoza, The Probabilistic Relevance Framework).
 */
export function bm25(columns: Columns, owned: number, k1: number, b: number): Float64Array {
  const size = columns.gameIds.length;
  const { games, lengths } = totals(columns, owned);
  const mean = lengths.reduce((sum, length) => sum + length, 0) / size;
  const weigh = (value: number, column: number, user: number) => {
    const length = 1 - b + (b * lengths[column]!) / mean;
    const rarity = Math.log(size) - Math.log1p(games[user]!);
    return ((value * (k1 + 1)) / (k1 * length + value)) * rarity;
  };
  return pairSums(columns, owned, weigh, weigh);
}

/**
 * RP3β: three steps of a random walk, with a discount for popular games (Paudel et al., Updatable, Accurate,
 * Diverse, and Scalable Recommendations).
 */
export function rp3beta(columns: Columns, owned: number, alpha: number, beta: number): Float64Array {
  const { lengths, sizes } = totals(columns, owned);
  const popularity = lengths.map((length) => Math.max(1, length) ** beta);
  return pairSums(
    columns,
    owned,
    (value, column) => (value / lengths[column]!) ** alpha,
    (value, column, user) => (value / sizes[user]!) ** alpha / popularity[column]!,
  );
}

/** EASE (Steck, Embarrassingly Shallow Autoencoders for Sparse Data), with `ridge` as its λ. */
export async function ease(columns: Columns, owned: number, ridge: number): Promise<Float64Array> {
  const size = columns.gameIds.length;
  const matrix = gramMatrix(columns, { owned, userPower: 0 });
  addRidge(matrix, size, ridge);
  await invertPositiveDefinite(matrix, size);
  easeWeights(matrix, size);
  return matrix;
}

/**
 * Turns a Gram matrix, of which only the lower triangle is read, into a full matrix of cosines, in place.
 *
 * @param shrinkageOf the shrinkage for the mean of the diagonal
 * @param power the power that each cosine is raised to
 */
function normalized(
  gram: Float64Array,
  columns: Columns,
  shrinkageOf: (meanNorm: number) => number,
  power: number,
): Float64Array {
  const size = columns.gameIds.length;
  const norms = Float64Array.from({ length: size }, (_, i) => gram[i * size + i]!);
  const shrinkage = shrinkageOf(norms.reduce((sum, norm) => sum + norm, 0) / size);
  for (let i = 0; i < size; i++) {
    gram[i * size + i] = 0;
    for (let j = 0; j < i; j++) {
      const common = gram[i * size + j]!;
      const value = common === 0 ? 0 : (common / (Math.sqrt(norms[i]! * norms[j]!) + shrinkage)) ** power;
      gram[i * size + j] = value;
      gram[j * size + i] = value;
    }
  }
  return gram;
}

/**
 * Sums of the matrix of libraries: `lengths` by game, `sizes` by user, and `games`, the number of
 * nonzero entries by user.
 */
function totals({ gameIds, users, byUser }: Columns, owned: number) {
  const lengths = new Float64Array(gameIds.length);
  const sizes = new Float64Array(users);
  const games = new Float64Array(users);
  for (let user = 0; user < users; user++) {
    for (let entry = byUser.offsets[user]!; entry < byUser.offsets[user + 1]!; entry++) {
      const value = byUser.played[entry] === 1 ? 1 : owned;
      if (value === 0) continue;
      lengths[byUser.columns[entry]!]! += value;
      sizes[user]! += value;
      games[user]!++;
    }
  }
  return { lengths, sizes, games };
}

/** The weight of one entry of the matrix of libraries, given its value. */
type Weigh = (value: number, column: number, user: number) => number;

/** For each pair of games i, j: the sum, over the users who have both, of left(i) × right(j). */
function pairSums(columns: Columns, owned: number, left: Weigh, right: Weigh): Float64Array {
  const { gameIds, users, byUser } = columns;
  const size = gameIds.length;
  const sums = new Float64Array(size * size);
  for (let user = 0; user < users; user++) {
    const has: number[] = [];
    const lefts: number[] = [];
    const rights: number[] = [];
    for (let entry = byUser.offsets[user]!; entry < byUser.offsets[user + 1]!; entry++) {
      const value = byUser.played[entry] === 1 ? 1 : owned;
      if (value === 0) continue;
      const column = byUser.columns[entry]!;
      has.push(column);
      lefts.push(left(value, column, user));
      rights.push(right(value, column, user));
    }
    for (let a = 0; a < has.length; a++) {
      const row = has[a]! * size;
      for (let b = 0; b < has.length; b++) if (a !== b) sums[row + has[b]!]! += lefts[a]! * rights[b]!;
    }
  }
  return sums;
}
