import type { DescribedGame } from '../classify/described-game.ts';
import {
  ContentCosines,
  type ContentVector,
  type ContentVectors,
  contentVectors,
  developerFeatures,
  joinVectors,
  mixVectors,
  publisherFeatures,
  tagFeatures,
  titleFeatures,
  vectorAt,
} from './game-content.ts';

/** The weight of each kind of likeness in the likeness of two games. */
export interface GameLikenessWeights {
  tags: number;
  developers: number;
  publisher: number;
  titleWords: number;
}

/** A game that lends its tag vector to a game without tags. */
export interface Lender {
  /** The place of the lending game among the games. */
  game: number;
  weight: number;
}

/** The least number of games with a feature. A feature of one game alone makes it like no other game. */
const LEAST_GAMES = 2;

/**
 * The likeness of games in content. The statistics of tags (with genres and specs) are those of all records, and
 * the statistics of other features those of the compared games. A game without tags borrows the tag vector of
 * another edition of it, or else a mix of the vectors of games that it is played with.
 */
export class GameLikeness {
  readonly #tags: ContentCosines;
  readonly #others: { weight: number; cosines: ContentCosines }[];
  readonly #weights: GameLikenessWeights;

  /**
   * @param games the compared games
   * @param described all games, also other editions of the compared ones
   * @param editions edition keys by game id; a game without a key lends to none
   * @param lenders gives the games (of `games`) that a game is played with, among those that can lend
   */
  constructor(
    games: readonly DescribedGame[],
    described: readonly DescribedGame[],
    editions: ReadonlyMap<number, string>,
    lenders: (game: number, lends: (other: number) => boolean) => Lender[],
    weights: GameLikenessWeights,
  ) {
    this.#weights = weights;
    this.#tags = new ContentCosines(borrowedVectors(games, described, editions, lenders));
    this.#others = [
      { weight: weights.developers, features: developerFeatures },
      { weight: weights.publisher, features: publisherFeatures },
      { weight: weights.titleWords, features: titleFeatures },
    ].map(({ weight, features }) => {
      const documents = games.map(features);
      return { weight, cosines: new ContentCosines(contentVectors(documents, documents, LEAST_GAMES)) };
    });
  }

  /** Writes the likeness of the tags of a game with those of each game, 0 to 1, into `row`. */
  tags(game: number, row: Float64Array): void {
    row.fill(0);
    this.#tags.addRow(game, 1, row);
  }

  /**
   * Writes the likeness of all content of a game with that of each game, at most 1, into `row`.
   *
   * @param tags the likeness of tags of the same game
   */
  whole(game: number, tags: Float64Array, row: Float64Array): void {
    for (let other = 0; other < row.length; other++) row[other] = this.#weights.tags * tags[other]!;
    for (const { weight, cosines } of this.#others) cosines.addRow(game, weight, row);
    for (let other = 0; other < row.length; other++) row[other] = Math.min(1, row[other]!);
  }
}

/** The tag vector of each game, its own or a borrowed one. */
function borrowedVectors(
  games: readonly DescribedGame[],
  described: readonly DescribedGame[],
  editions: ReadonlyMap<number, string>,
  lenders: (game: number, lends: (other: number) => boolean) => Lender[],
): ContentVectors {
  const records = described.filter(({ recorded }) => recorded);
  const all = contentVectors(records.map(tagFeatures));
  const rowOf = new Map(records.map(({ id }, row) => [id, row]));
  const editionRows = new Map<string, number>();
  for (const [row, { id }] of records.entries()) {
    const edition = editions.get(id);
    if (edition === undefined || !hasEntries(all, row)) continue;
    if (!editionRows.has(edition)) editionRows.set(edition, row);
  }
  const own = games.map(({ id }) => {
    const row = rowOf.get(id);
    return row === undefined || !hasEntries(all, row) ? null : vectorAt(all, row);
  });
  const vectors = games.map(({ id }, game): ContentVector => {
    if (own[game]) return own[game];
    const edition = editions.get(id);
    const row = edition === undefined ? undefined : editionRows.get(edition);
    if (row !== undefined) return vectorAt(all, row);
    const lent = lenders(game, (other) => own[other] !== null);
    return mixVectors(lent.map(({ game: other, weight }) => ({ weight, vector: own[other]! })));
  });
  return joinVectors(vectors, all.size);
}

/** Whether a vector has any feature. */
function hasEntries({ offsets }: ContentVectors, row: number): boolean {
  return offsets[row + 1]! > offsets[row]!;
}
