import { mulberry32 } from '../platform/mulberry32.ts';

/** A difference of means with its 95 % interval. */
export interface Difference {
  mean: number;
  low: number;
  high: number;
}

const RESAMPLES = 2000;

/**
 * The mean of paired differences with its 95 % percentile interval: users are drawn again, with replacement, and each
 * brings both their figures. The same input gives the same interval;
 * nobody gives 0.
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
