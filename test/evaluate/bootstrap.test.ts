import { expect, test } from 'vitest';
import { pairedBootstrap } from '../../src/evaluate/bootstrap.ts';

test('a difference that is the same for all users has no spread', () => {
  expect(pairedBootstrap([1, 2, 3], [0.5, 1.5, 2.5])).toEqual({ mean: 0.5, low: 0.5, high: 0.5 });
});

test('for many users the interval is that of the normal distribution', () => {
  // Half of 2,000 users differ by 1 and half by 0. The standard error is 0.5 / √2000 = 0.01118.
  const a = Array.from({ length: 2000 }, (_, user) => user % 2);
  const { mean, low, high } = pairedBootstrap(
    a,
    a.map(() => 0),
  );
  expect(mean).toBe(0.5);
  expect(Math.abs(low - (0.5 - 1.96 * 0.01118))).toBeLessThan(0.0025);
  expect(Math.abs(high - (0.5 + 1.96 * 0.01118))).toBeLessThan(0.0025);
});

test('the same figures give the same interval, and pairs that agree a narrow one', () => {
  const a = Array.from({ length: 200 }, (_, user) => (user * 37) % 11);
  const b = a.map((value, user) => value - (user % 2));
  expect(pairedBootstrap(a, b)).toEqual(pairedBootstrap(a, b));
  const { low, high } = pairedBootstrap(a, b);
  expect(high - low).toBeLessThan(0.2);
});
