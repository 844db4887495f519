/** The median of some values and the quartiles around it: half of the values lie between `low` and `high`. */
export interface Spread {
  median: number;
  low: number;
  high: number;
  /** The number of values, one for each round. */
  rounds: number;
}

/** The median and the quartiles of some values. @throws RangeError if there is no value */
export function spreadOf(values: readonly number[]): Spread {
  return {
    median: quantile(values, 0.5),
    low: quantile(values, 0.25),
    high: quantile(values, 0.75),
    rounds: values.length,
  };
}

/**
 * A quantile of some values, interpolated between neighbours: type 7 of Hyndman and Fan, Sample Quantiles in Statistical
 * Packages, 1996, which numpy and spreadsheets also use.
 *
 * @param share 0 to 1
 * @throws RangeError if there is no value
 */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new RangeError('There are no values to take a quantile of.');
  const sorted = values.toSorted((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.ceil(place);
  return sorted[below]! + (sorted[above]! - sorted[below]!) * (place - below);
}

/** Divides two series round by round. A disturbance in a round slows both of its values, so the ratio hardly feels it. */
export function ratios(values: readonly number[], by: readonly number[]): number[] {
  return values.map((value, round) => value / by[round]!);
}
