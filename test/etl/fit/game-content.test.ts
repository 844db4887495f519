import { describe, expect, it } from 'vitest';
import {
  ContentProducts,
  contentVectors,
  mixVectors,
  tagFeatures,
  titleFeatures,
  vectorAt,
} from '../../../src/etl/fit/game-content.ts';
import { described } from '../classify/described.ts';

// N = 4: ln(4/2) for a, and ln(4/1), twice as much, for b. So [a, b] is (1, 2) / √5.
const documents = [['a', 'b'], ['a'], ['c'], []];

function cosinesOf(game: number, leastGames = 1): number[] {
  const row = new Float64Array(documents.length);
  new ContentProducts(contentVectors(documents, { leastGames })).fill(game, row);
  return [...row];
}

describe('the content of games', () => {
  it('is compared by cosines of TF-IDF vectors', () => {
    const [own, other, stranger, empty] = cosinesOf(0);
    expect(own).toBeCloseTo(1, 12);
    expect(other).toBeCloseTo(1 / Math.sqrt(5), 12);
    expect([stranger, empty]).toStrictEqual([0, 0]);
    expect(cosinesOf(3)).toStrictEqual([0, 0, 0, 0]);
  });

  it('leaves out features of fewer games than the minimum', () => {
    expect(cosinesOf(0, 2)[1]).toBeCloseTo(1, 12);
  });

  it('weighs the places of a list if that is asked for', () => {
    // Both features are equally rare; the first counts 1, and the second 3/4.
    const vectors = contentVectors([['a', 'b'], []], { weightAt: (place) => 1 - place / 4 });
    const [first, second] = vectorAt(vectors, 0).values as Float64Array;
    expect(first).toBeCloseTo(0.8, 12);
    expect(second).toBeCloseTo(0.6, 12);
  });

  it('is mixed by weight, and of length 1 again', () => {
    const mixed = mixVectors([
      { weight: 3, vector: { features: [0], values: [1] } },
      { weight: 4, vector: { features: [7], values: [1] } },
    ]);
    expect(mixed).toStrictEqual({ features: [0, 7], values: [0.6, 0.8] });
    expect(mixVectors([])).toStrictEqual({ features: [], values: [] });
  });

  it('keeps a tag and a genre of the same name apart', () => {
    const game = described({ tags: ['Indie'], genres: ['Indie'], specs: [] });
    expect(tagFeatures(game)).toStrictEqual(['tags:Indie', 'genres:Indie']);
  });

  it('has the significant words of the title', () => {
    const game = described({ name: 'The Lord of the Rings III: War in the North® - War' });
    expect(titleFeatures(game)).toStrictEqual(['lord', 'rings', 'war', 'north']);
  });
});
