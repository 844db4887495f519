import { expect, test } from 'vitest';
import { makeColumns } from '../../src/etl/fit/columns.ts';
import { bm25, cosine, ease, rp3beta, weightedCosine } from '../../src/evaluate/baselines.ts';
import { interactions } from '../etl/fit/libraries.ts';

// Columns 10, 20, 30 have 3, 2 and 1 owners. Ann plays 10 and 20; Bob plays 10 and owns 20; Cat plays 10 and 30.
const COLUMNS = makeColumns(interactions({ 10: 1, 20: 1 }, { 10: 1, 20: 0 }, { 10: 1, 30: 1 }), 10);

function close(matrix: Float64Array, expected: readonly number[]) {
  expect([...matrix].map((value) => Number(value.toFixed(9)))).toEqual(
    expected.map((value) => Number(value.toFixed(9))),
  );
}

test('cosine with shrinkage', () => {
  const [a, b] = [1.5 / (Math.sqrt(3 * 1.25) + 2), 1 / (Math.sqrt(3) + 2)];
  close(cosine(COLUMNS, 0.5, 2), [0, a, b, a, 0, 0, b, 0, 0]);
});

test('cosine of weighted users, to a power', () => {
  // Every user owns two games and so weighs 1/√2, which cancels out without shrinkage.
  const [a, b] = [1.5 ** 2 / (3 * 1.25), 1 / 3];
  close(weightedCosine(COLUMNS, 0.5, 0, 2), [0, a, b, a, 0, 0, b, 0, 0]);
});

test('BM25: common games of users with few games weigh more', () => {
  // Played games only: game lengths 3, 1, 1, mean 5/3. With k1 = 1 and b = 1, x = 1 becomes 2 / (1 + length / mean) × idf.
  const weight = (length: number, games: number) =>
    (2 / (1 + length / (5 / 3))) * (Math.log(3) - Math.log(1 + games));
  const a = weight(3, 2) * weight(1, 2);
  close(bm25(COLUMNS, 0, 1, 1), [0, a, a, a, 0, 0, a, 0, 0]);
});

test('RP3beta: a walk of three steps, with less weight for popular games', () => {
  // Played games only, alpha 1: from 10 to each of 3 users, from Ann and Cat to each of 2 games; popularity is 3^½ for 10.
  const from10 = (1 / 3) * (1 / 2);
  const to10 = 1 * (1 / 2) * (1 / Math.sqrt(3));
  close(rp3beta(COLUMNS, 0, 1, 0.5), [0, from10, from10, to10, 0, 0, to10, 0, 0]);
});

test('EASE', async () => {
  // G + I of played games is [[4, 1, 1], [1, 2, 0], [1, 0, 2]]; its inverse is [[4, −2, −2], [−2, 7, 1], [−2, 1, 7]] / 12.
  close(await ease(COLUMNS, 0, 1), [0, 2 / 7, 2 / 7, 1 / 2, 0, -1 / 7, 1 / 2, -1 / 7, 0]);
});
