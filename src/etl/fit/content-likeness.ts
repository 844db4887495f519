import type { GameFeatures } from './interactions.ts';

/** The weight of each kind of likeness. */
export type LikenessWeights = Record<keyof GameFeatures, number>;

const NO_FEATURES: GameFeatures = { tags: [], developers: [], publishers: [], titleWords: [] };

/**
 * Adds the likeness of content to the lower triangle of a square matrix (row by row). For each kind of feature that
 * is its weight × the cosine of the TF-IDF vectors of the two games (`ln(N/df)`, L2, over all games of `features`).
 * The diagonal stays as it is.
 */
export function addContentLikeness(
  matrix: Float64Array,
  gameIds: Int32Array,
  features: ReadonlyMap<number, GameFeatures>,
  weights: LikenessWeights,
): void {
  for (const kind of ['tags', 'developers', 'publishers', 'titleWords'] as const) {
    if (weights[kind] !== 0) addCosines(matrix, gameIds, features, kind, weights[kind]);
  }
}

function addCosines(
  matrix: Float64Array,
  gameIds: Int32Array,
  features: ReadonlyMap<number, GameFeatures>,
  kind: keyof GameFeatures,
  weight: number,
): void {
  const size = gameIds.length;
  const documents = new Map<string, number>();
  for (const game of features.values()) {
    for (const feature of game[kind]) documents.set(feature, (documents.get(feature) ?? 0) + 1);
  }
  const vectors = Array.from(gameIds, (id) => {
    const own = (features.get(id) ?? NO_FEATURES)[kind];
    const values = own.map((feature) => Math.log(features.size / documents.get(feature)!));
    const norm = Math.hypot(...values);
    return own.map((feature, index) => ({ feature, value: norm > 0 ? values[index]! / norm : 0 }));
  });
  // The earlier games that have each feature, so that every pair of games is met once.
  const seen = new Map<string, { games: number[]; values: number[] }>();
  for (let i = 0; i < size; i++) {
    for (const { feature, value } of vectors[i]!) {
      let postings = seen.get(feature);
      if (postings === undefined) {
        postings = { games: [], values: [] };
        seen.set(feature, postings);
      }
      const { games, values } = postings;
      const scaled = weight * value;
      for (let p = 0; p < games.length; p++) matrix[i * size + games[p]!]! += scaled * values[p]!;
      games.push(i);
      values.push(value);
    }
  }
}
