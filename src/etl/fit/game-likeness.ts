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

/** How much each likeness counts in that of two games. */
export interface GameLikenessWeights {
  tags: number;
  developers: number;
  publisher: number;
  titleWords: number;
}

/** A game whose tag vector stands for that of another. */
export interface Lender {
  /** Its place among the games. */
  game: number;
  weight: number;
}

/** Features of which fewer of the games have none but their own say nothing. */
const LEAST_GAMES = 2;

/**
 * How alike games are in content. Tags (with genres and specs) are counted over all records, the others over the games themselves.
 * A game without tags borrows the tag vector of its other edition, or else of the games that it is played with.
 */
export class GameLikeness {
  readonly #tags: ContentCosines;
  readonly #others: { weight: number; cosines: ContentCosines }[];
  readonly #weights: GameLikenessWeights;

  /**
   * @param games those that are compared
   * @param described all that there are, and editions of them
   * @param editions the edition key by game id; a game that has none lends to none
   * @param lenders the games (of `games`) that a game is played with
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

  /** The likeness of tags of a game with each game, 0 to 1. */
  tags(game: number, row: Float64Array): void {
    row.fill(0);
    this.#tags.addRow(game, 1, row);
  }

  /** The likeness of all kinds together, at most 1, given that of tags. */
  whole(game: number, tags: Float64Array, row: Float64Array): void {
    for (let other = 0; other < row.length; other++) row[other] = this.#weights.tags * tags[other]!;
    for (const { weight, cosines } of this.#others) cosines.addRow(game, weight, row);
    for (let other = 0; other < row.length; other++) row[other] = Math.min(1, row[other]!);
  }
}

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

function hasEntries({ offsets }: ContentVectors, row: number): boolean {
  return offsets[row + 1]! > offsets[row]!;
}
