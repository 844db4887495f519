import { ASCII_WORDS, wordsOf } from '../../platform/plain-text.ts';
import type { DescribedGame } from '../classify/described-game.ts';

/** The content of games, one sparse vector a game. */
export interface ContentVectors {
  /** The entries of game i are those from `offsets[i]` up to `offsets[i + 1]`. */
  offsets: Uint32Array;
  /** The feature of each entry. */
  features: Uint32Array;
  values: Float64Array;
  /** The number of all features. */
  size: number;
}

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
 * TF-IDF vectors of lists of features: `ln(N / df)` times the weight of the place, then L2. The vector of a game without
 * features has the length 0.
 *
 * @param documents the distinct features of each game, in order
 * @param leastGames the least number of games with a feature; rarer features are left out
 * @param weightAt the weight of a feature at a place of a list, from 0
 */
export function contentVectors(
  documents: readonly (readonly string[])[],
  { leastGames = 1, weightAt = () => 1 }: { leastGames?: number; weightAt?: (place: number) => number } = {},
): ContentVectors {
  const counts = new Map<string, number>();
  for (const document of documents) {
    for (const feature of document) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  const numbers = new Map<string, number>();
  for (const [feature, count] of counts) if (count >= leastGames) numbers.set(feature, numbers.size);
  return joinVectors(
    documents.map((document) => {
      const known = [...document.entries()].filter(([, feature]) => numbers.has(feature));
      return unitVector({
        features: known.map(([, feature]) => numbers.get(feature)!),
        values: known.map(
          ([place, feature]) => Math.log(documents.length / counts.get(feature)!) * weightAt(place),
        ),
      });
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

/** Multiplies the vector of one game with those of all games, by way of the games that have each of its features. */
export class ContentProducts {
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

  /** Writes the dot product of the vector of a game with that of each game, also with its own, into `row`. */
  fill(game: number, row: Float64Array): void {
    const { offsets, features, values } = this.#vectors;
    row.fill(0);
    for (let entry = offsets[game]!; entry < offsets[game + 1]!; entry++) {
      const feature = features[entry]!;
      const value = values[entry]!;
      for (let at = this.#offsets[feature]!; at < this.#offsets[feature + 1]!; at++) {
        row[this.#games[at]!]! += value * this.#values[at]!;
      }
    }
  }
}

/** A vector of the same direction. @param by the factor of its length */
export function scaledVector({ features, values }: ContentVector, by: number): ContentVector {
  return { features, values: Array.from(values, (value) => by * value) };
}

/** A vector of the same direction and of length 1; a vector of zeroes stays as it is. */
function unitVector({ features, values }: ContentVector): ContentVector {
  let squares = 0;
  for (let entry = 0; entry < values.length; entry++) squares += values[entry]! ** 2;
  const norm = Math.sqrt(squares);
  return { features, values: Array.from(values, (value) => (norm > 0 ? value / norm : 0)) };
}
