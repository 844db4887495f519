/** The middle of some values, and the quartiles around it: half of the values lie between `low` and `high`. */
export interface Spread {
  median: number;
  low: number;
  high: number;
  /** How many values it was taken of. */
  rounds: number;
}

/** @throws RangeError where there is no value */
export function spreadOf(values: readonly number[]): Spread {
  return {
    median: quantile(values, 0.5),
    low: quantile(values, 0.25),
    high: quantile(values, 0.75),
    rounds: values.length,
  };
}

/**
 * The value below which a share of the values lies, between two of them in proportion (type 7 of Hyndman and Fan, Sample
 * Quantiles in Statistical Packages, 1996: what numpy and spreadsheets give).
 *
 * @param share 0 to 1
 * @throws RangeError where there is no value
 */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new RangeError('There is no value.');
  const sorted = values.toSorted((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.ceil(place);
  return sorted[below]! + (sorted[above]! - sorted[below]!) * (place - below);
}

/** One divided by the other, round by round: what weighs on a round weighs on both of its values. */
export function ratios(values: readonly number[], by: readonly number[]): number[] {
  return values.map((value, round) => value / by[round]!);
}
