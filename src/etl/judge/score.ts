/** 0 negative, 1 neutral, 2 positive. */
export type Sentiment = 0 | 1 | 2;

/** A review's score, 1 (bad in words and verdict) to 6 (good in both): 2 × sentiment + (recommend ? 2 : 1). */
export function reviewScore(sentiment: Sentiment, recommend: boolean): number {
  return 2 * sentiment + (recommend ? 2 : 1);
}
