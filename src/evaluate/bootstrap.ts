import { mulberry32 } from '../platform/mulberry32.ts';

/** A mean difference with its 95 % interval. */
export interface Difference {
  mean: number;
  /** The lower end of the interval. */
  low: number;
  /** The upper end of the interval. */
  high: number;
}

/** The number of samples that are drawn for an interval. */
const RESAMPLES = 2000;

/**
 * The mean of the differences a − b with its 95 % percentile interval. Users are drawn with replacement, and
 * each brings both figures. The same input gives the same interval. Without users, all three numbers are 0.
 *
 * @param a a figure for each user
 * @param b the figure to subtract, for the same users in the same order
 */
export function pairedBootstrap(a: readonly number[], b: readonly number[], seed = 1): Difference {
  const differences = Float64Array.from(a, (value, index) => value - b[index]!);
  const size = differences.length;
  if (size === 0) return { mean: 0, low: 0, high: 0 };
  const random = mulberry32(seed);
  const means = Float64Array.from({ length: RESAMPLES }, () => {
    let sum = 0;
    for (let draw = 0; draw < size; draw++) sum += differences[Math.floor(random() * size)]!;
    return sum / size;
  }).sort();
  const quantile = (share: number) => means[Math.round(share * (RESAMPLES - 1))]!;
  return {
    mean: differences.reduce((sum, value) => sum + value, 0) / size,
    low: quantile(0.025),
    high: quantile(0.975),
  };
}
