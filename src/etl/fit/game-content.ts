import { ASCII_WORDS, wordsOf } from '../../platform/plain-text.ts';
import type { DescribedGame } from '../classify/described-game.ts';
import type { SparseRows } from './sparse-rows.ts';

/** The content of games: one vector a game, of length 1, or 0 where a game has no feature. */
export type ContentVectors = SparseRows;

/** The content of one game: numbers of features and their values, at the same places. */
export interface ContentVector {
  features: ArrayLike<number>;
  values: ArrayLike<number>;
}

/** Words that tell nothing about a game. */
const COMMON_WORDS = new Set('the of a and in to for on ii iii iv edition game vs 2 3 4'.split(' '));

/**
 * The tags, genres and specs of a game, each with its field: the tag `Indie` and the genre `Indie` are two
 * features.
 */
export function tagFeatures({ tags, genres, specs }: DescribedGame): string[] {
  return [
    ...tags.map((tag) => `tags:${tag}`),
    ...genres.map((genre) => `genres:${genre}`),
    ...specs.map((spec) => `specs:${spec}`),
  ];
}

/** The developers of a game, in small letters. */
export function developerFeatures({ developers }: Pick<DescribedGame, 'developers'>): string[] {
  return [...new Set(developers.map((developer) => developer.toLowerCase()))];
}

/** The publisher of a game in small letters, as one feature. */
export function publisherFeatures({ publisher }: DescribedGame): string[] {
  return publisher === null ? [] : [publisher.toLowerCase()];
}

/**
 * The distinct words of a title that tell something. Marks and apostrophes separate words here, unlike in
 * `titleWords` of the model of libraries. The two models were tuned apart, and other words would change the figures
 * of a model.
 */
export function titleFeatures({ name }: DescribedGame): string[] {
  const words = wordsOf(name.toLowerCase(), ASCII_WORDS);
  return [...new Set(words.filter((word) => word.length > 1 && !COMMON_WORDS.has(word)))];
}

/**
 * TF-IDF vectors of sets of features: `ln(N / df)`, then L2.
 *
 * @param documents the set of features of each game
 * @param population the sets that N and df are counted over; unset: `documents`
 * @param leastGames the least number of games with a feature; rarer features are left out
 */
export function contentVectors(
  documents: readonly (readonly string[])[],
  population: readonly (readonly string[])[] = documents,
  leastGames = 1,
): ContentVectors {
  const counts = new Map<string, number>();
  for (const document of population) {
    for (const feature of document) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  const numbers = new Map<string, number>();
  for (const [feature, count] of counts) if (count >= leastGames) numbers.set(feature, numbers.size);
  return joinVectors(
    documents.map((document) => {
      const known = document.filter((feature) => numbers.has(feature));
      const values = known.map((feature) => Math.log(population.length / counts.get(feature)!));
      return unitVector({ features: known.map((feature) => numbers.get(feature)!), values });
    }),
    numbers.size,
  );
}

/** The vector of one game, in the same memory. */
export function vectorAt({ offsets, features, values }: ContentVectors, game: number): ContentVector {
  const from = offsets[game]!;
  const to = offsets[game + 1]!;
  return { features: features.subarray(from, to), values: values.subarray(from, to) };
}

/** The rows of a sparse matrix from vectors. @param size the number of all features */
export function joinVectors(vectors: readonly ContentVector[], size: number): ContentVectors {
  const offsets = new Uint32Array(vectors.length + 1);
  for (const [index, { features }] of vectors.entries()) {
    offsets[index + 1] = offsets[index]! + features.length;
  }
  const joined = {
    offsets,
    features: new Uint32Array(offsets.at(-1)!),
    values: new Float64Array(offsets.at(-1)!),
    size,
  };
  for (const [index, { features, values }] of vectors.entries()) {
    joined.features.set(Array.from(features), offsets[index]!);
    joined.values.set(Array.from(values), offsets[index]!);
  }
  return joined;
}

/** The weighted sum of vectors, scaled to length 1. */
export function mixVectors(parts: readonly { weight: number; vector: ContentVector }[]): ContentVector {
  const sums = new Map<number, number>();
  for (const { weight, vector } of parts) {
    for (let entry = 0; entry < vector.features.length; entry++) {
      const feature = vector.features[entry]!;
      sums.set(feature, (sums.get(feature) ?? 0) + weight * vector.values[entry]!);
    }
  }
  return unitVector({ features: [...sums.keys()], values: [...sums.values()] });
}

/** Finds the cosines of one game with all games, by way of the games that have each of its features. */
export class ContentCosines {
  readonly #vectors: ContentVectors;
  readonly #offsets: Uint32Array;
  readonly #games: Uint32Array;
  readonly #values: Float64Array;

  constructor(vectors: ContentVectors) {
    const { offsets, features, values, size } = vectors;
    this.#vectors = vectors;
    this.#offsets = new Uint32Array(size + 1);
    for (const feature of features) this.#offsets[feature + 1]!++;
    for (let feature = 0; feature < size; feature++) this.#offsets[feature + 1]! += this.#offsets[feature]!;
    const next = this.#offsets.slice();
    this.#games = new Uint32Array(features.length);
    this.#values = new Float64Array(features.length);
    for (let game = 0; game + 1 < offsets.length; game++) {
      for (let entry = offsets[game]!; entry < offsets[game + 1]!; entry++) {
        const at = next[features[entry]!]!++;
        this.#games[at] = game;
        this.#values[at] = values[entry]!;
      }
    }
  }

  /** Adds `weight` × the cosine of a game with each game to `row`, also with itself (1). */
  addRow(game: number, weight: number, row: Float64Array): void {
    const { offsets, features, values } = this.#vectors;
    for (let entry = offsets[game]!; entry < offsets[game + 1]!; entry++) {
      const feature = features[entry]!;
      const scaled = weight * values[entry]!;
      for (let at = this.#offsets[feature]!; at < this.#offsets[feature + 1]!; at++) {
        row[this.#games[at]!]! += scaled * this.#values[at]!;
      }
    }
  }
}

/** A vector of the same direction and of length 1; a vector of zeroes stays as it is. */
export function unitVector({ features, values }: ContentVector): ContentVector {
  let squares = 0;
  for (let entry = 0; entry < values.length; entry++) squares += values[entry]! ** 2;
  const norm = Math.sqrt(squares);
  return { features, values: Array.from(values, (value) => (norm > 0 ? value / norm : 0)) };
}
