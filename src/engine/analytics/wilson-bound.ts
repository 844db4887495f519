/** The number of standard deviations around the mean that hold 95 % of a normal distribution. */
const DEVIATIONS = 1.96;

/**
 * The lower end of Wilson's score interval at 95 % for a share: the least share that so few or so many cases vouch for.
 *
 * With p = hits / n and z = 1.96: (p + z² / 2n − z √(p (1 − p) / n + z² / 4n²)) / (1 + z² / n).
 *
 * @param hits the number of cases that count
 * @param n the number of all cases
 * @returns a share, 0 to 1; 0 where there are no cases
 * @see E. B. Wilson, “Probable Inference, the Law of Succession, and Statistical Inference”, Journal of the American
 *   Statistical Association 22 (1927), pages 209–212, https://doi.org/10.1080/01621459.1927.10502953
 */
export function wilsonLowerBound(hits: number, n: number): number {
  if (n === 0) return 0;
  const share = hits / n;
  const perCase = DEVIATIONS ** 2 / n;
  const spread = DEVIATIONS * Math.sqrt((share * (1 - share) + perCase / 4) / n);
  return Math.max(0, (share + perCase / 2 - spread) / (1 + perCase));
}
