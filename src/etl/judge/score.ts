/** The sentiment of a text: 0 negative, 1 neutral, 2 positive. */
export type Sentiment = 0 | 1 | 2;

/**
 * The score of a review, from 1 (words and verdict are bad) to 6 (both are good):
 * 2 × sentiment + (recommend ? 2 : 1).
 *
 * @param recommend whether the reviewer recommends the game
 */
export function reviewScore(sentiment: Sentiment, recommend: boolean): number {
  return 2 * sentiment + (recommend ? 2 : 1);
}
