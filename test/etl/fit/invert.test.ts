import { expect, test } from 'vitest';
import { NotPositiveDefiniteError } from '../../../src/etl/fit/cholesky.ts';
import { invertPositiveDefinite } from '../../../src/etl/fit/invert.ts';
import { naiveInverse, positiveDefinite } from './naive-inverse.ts';

// A tile has 66 rows. The sizes are below one tile, exactly one, just above one, and several.
test.each([1, 2, 5, 66, 67, 140])('the inverse of %i rows equals that of plain elimination', async (size) => {
  const matrix = positiveDefinite(size, size);
  const inverse = Float64Array.from(matrix.flat());
  await invertPositiveDefinite(inverse, size, 1);
  const expected = naiveInverse(matrix).flat();
  const error = Math.max(...expected.map((value, index) => Math.abs(value - inverse[index]!)));
  expect(error).toBeLessThan(1e-9);
});

test('only the lower triangle is read', async () => {
  const matrix = Float64Array.of(2, 99, 1, 2);
  await invertPositiveDefinite(matrix, 2, 1);
  expect([...matrix].map((value) => value.toFixed(12))).toEqual(
    [2 / 3, -1 / 3, -1 / 3, 2 / 3].map((value) => value.toFixed(12)),
  );
});

test('any number of threads gives the same, to the last bit', async () => {
  const matrix = Float64Array.from(positiveDefinite(300, 7).flat());
  const alone = matrix.slice();
  await invertPositiveDefinite(alone, 300, 1);
  for (const threads of [2, 3]) {
    const together = matrix.slice();
    await invertPositiveDefinite(together, 300, threads);
    expect(Buffer.from(together.buffer).equals(Buffer.from(alone.buffer))).toBe(true);
  }
});

test.each([1, 2])('a matrix that is not positive definite is refused (threads: %i)', async (threads) => {
  await expect(invertPositiveDefinite(Float64Array.of(1, 2, 2, 1), 2, threads)).rejects.toThrow(
    NotPositiveDefiniteError,
  );
});
