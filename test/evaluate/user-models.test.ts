import { describe, expect, test } from 'vitest';
import { makeColumns } from '../../src/etl/fit/columns.ts';
import type { SimilarGamesRow } from '../../src/etl/fit/fit-similar-games.ts';
import { fitUserModel } from '../../src/etl/fit/fit-user-model.ts';
import { byLikes, byPopularity, byWeights, OurLibraryModel } from '../../src/evaluate/user-models.ts';
import { atLargeOf, game } from '../engine/recommender/known-games.ts';
import { interactions } from '../etl/fit/libraries.ts';

const OUT = Number.NEGATIVE_INFINITY;

/** Game 10 has four owners, 20 three, 30 two. That is the order of the columns. */
const LIBRARIES = interactions({ 10: 5, 20: 0, 30: 9 }, { 10: 0, 20: 7 }, { 10: 5, 20: 5, 30: 0 }, { 10: 1 });
const columns = makeColumns(LIBRARIES, 10);

test('popularity scores by players, except excluded games', () => {
  expect([...columns.gameIds]).toEqual([10, 20, 30]);
  expect([...byPopularity(columns)({ columns: [], played: [], excluded: [] })]).toEqual([3, 2, 1]);
  expect([...byPopularity(columns)({ columns: [1], played: [1], excluded: [1] })]).toEqual([3, OUT, 1]);
});

describe('a matrix model', () => {
  const weights = Float64Array.of(0, 1, 2, 3, 0, 4, 5, 6, 0);

  test('sums the rows of played games, and less of those of unplayed ones', () => {
    const asker = { columns: [0, 1], played: [1, 0], excluded: [] };
    expect([...byWeights(weights, 3, 0.5)(asker)]).toEqual([1.5, 1, 4]);
    expect([...byWeights(weights, 3, 0)(asker)]).toEqual([0, 1, 2]);
    expect([...byWeights(weights, 3, 1)({ ...asker, excluded: [0, 1] })]).toEqual([OUT, OUT, 6]);
  });

  test('finishes the sum by column', () => {
    const finished = byWeights(weights, 3, 1, (sum, column) => 10 * sum + column);
    expect([...finished({ columns: [2], played: [1], excluded: [2] })]).toEqual([50, 61, OUT]);
  });
});

test('the model of likes adds up the lists of games like each of them, each list divided by its best', () => {
  const row = (scores: [id: number, score: number][]): SimilarGamesRow => ({
    owners: 1,
    gameIds: Int32Array.from(scores, ([id]) => id),
    scores: Float64Array.from(scores, ([, score]) => score),
    likeness: new Float64Array(scores.length),
    players: new Uint32Array(scores.length),
  });
  const similar = new Map([
    [
      10,
      row([
        [99, 2],
        [30, 1],
      ]),
    ],
    [
      20,
      row([
        [10, 8],
        [30, 2],
      ]),
    ],
  ]);
  // 1/2 + 2/8; game 99 has no column.
  expect([...byLikes(columns, similar)({ columns: [0, 1], played: [1, 1], excluded: [0, 1] })]).toEqual([
    OUT,
    OUT,
    0.75,
  ]);
});

describe('our model of libraries', () => {
  test('ranks games for a user, and shows them five by five without repetition', async () => {
    const many = interactions(
      ...Array.from({ length: 30 }, (_, user) =>
        Object.fromEntries(
          Array.from({ length: 12 }, (_, i) => i + 1)
            .filter((id) => (user * id) % 5 < 3)
            .map((id) => [id, (user + id) % 4 === 0 ? 0 : 60]),
        ),
      ),
    );
    const model = await fitUserModel(many, new Map(), undefined, 1);
    const ours = new OurLibraryModel(model);
    const asker = { columns: [0, 1, 2], played: [1, 0, 1], excluded: [0, 1, 2, 3] };
    const scores = ours.ranking()(asker);
    for (const column of asker.excluded) expect(scores[column]).toBe(OUT);
    // The scores differ without the games that are only owned.
    expect(ours.ranking({ playedOnly: true })(asker)).not.toEqual(scores);

    const atLarge = atLargeOf(Array.from(model.gameIds, (id) => game(id)));
    const shown = ours.shown(asker, atLarge, 20);
    expect(shown.length).toBeGreaterThan(5);
    expect(new Set(shown).size).toBe(shown.length);
    for (const column of asker.columns) expect(shown).not.toContain(model.gameIds[column]);
    const ranked = [...scores.keys()]
      .filter((column) => scores[column]! > OUT)
      .sort((a, b) => scores[b]! - scores[a]! || a - b)
      .map((column) => model.gameIds[column]!);
    // Nothing has to be left out, so the list is the ranking without games that rest on none of the library.
    expect(ranked.filter((id) => shown.includes(id))).toEqual(shown.filter((id) => ranked.includes(id)));
    expect(ours.shown(asker, atLarge, 3)).toEqual(shown.slice(0, 3));
  });
});
