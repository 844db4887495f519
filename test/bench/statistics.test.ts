import { describe, expect, it } from 'vitest';
import { quantile, ratios, spreadOf } from '../../bench/harness/statistics.ts';

describe('the statistics of benchmarks', () => {
  it('takes the median and the quartiles as numpy does', () => {
    // numpy.percentile([9, 1, 4, 7, 2], [25, 50, 75]) and of [1, 2, 3, 4].
    expect(spreadOf([9, 1, 4, 7, 2])).toEqual({ median: 4, low: 2, high: 7, rounds: 5 });
    expect(spreadOf([4, 3, 2, 1])).toEqual({ median: 2.5, low: 1.75, high: 3.25, rounds: 4 });
  });

  it('sorts by value, not by digits', () => {
    expect(spreadOf([100, 9, 20]).median).toBe(20);
  });

  it('gives the ends for the shares 0 and 1, and one value for all shares of one', () => {
    expect([quantile([5, 3, 8], 0), quantile([5, 3, 8], 1), quantile([5], 0.99)]).toEqual([3, 8, 5]);
  });

  it('has no answer for no values', () => {
    expect(() => spreadOf([])).toThrow(RangeError);
  });

  it('divides round by round, so that a slow moment of the machine cancels out', () => {
    expect(spreadOf(ratios([2, 20, 2], [1, 10, 1]))).toMatchObject({ median: 2, low: 2, high: 2 });
  });
});
