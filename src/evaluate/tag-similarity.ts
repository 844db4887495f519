import type { DescribedGame } from '../etl/classify/described-game.ts';
import { type ContentVectors, contentVectors, tagFeatures, vectorAt } from '../etl/fit/game-content.ts';

/**
 * Measures how alike the tags, genres and specs of two games are, by the cosine of their TF-IDF vectors
 * over all records.
 */
export class TagSimilarity {
  readonly #vectors: ContentVectors;
  readonly #rows: Map<number, number>;

  constructor(games: readonly DescribedGame[]) {
    const records = games.filter(({ recorded }) => recorded);
    this.#vectors = contentVectors(records.map(tagFeatures));
    this.#rows = new Map(records.map(({ id }, row) => [id, row]));
  }

  /** The cosine of two games, given by id: 0 to 1, and 0 where one of them has no record. */
  cosine(a: number, b: number): number {
    const [rowA, rowB] = [this.#rows.get(a), this.#rows.get(b)];
    if (rowA === undefined || rowB === undefined) return 0;
    const first = vectorAt(this.#vectors, rowA);
    const second = vectorAt(this.#vectors, rowB);
    let sum = 0;
    for (let i = 0; i < first.features.length; i++) {
      for (let j = 0; j < second.features.length; j++) {
        if (first.features[i] === second.features[j]) sum += first.values[i]! * second.values[j]!;
      }
    }
    return sum;
  }
}
