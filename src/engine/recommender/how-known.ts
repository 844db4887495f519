/**
 * How well known the games of a list should be, from games that hardly anyone plays to games that
 * everyone talks about.
 */
export type HowKnown = 'obscure' | 'known' | 'popular';

/** The shares of all users, 0 to 1, who play such games: at least the first number, less than the second. */
const RANGES: Record<HowKnown, readonly [from: number, below: number]> = {
  obscure: [0, 0.002],
  known: [0.002, 0.02],
  popular: [0.02, Number.POSITIVE_INFINITY],
};

/**
 * Whether a game is as well known as the asker wishes.
 *
 * @param players users who play the game
 * @param users all users with a library
 */
export function playersInRange(players: number, users: number, howKnown: HowKnown): boolean {
  const [from, below] = RANGES[howKnown];
  const share = players / Math.max(1, users);
  return share >= from && share < below;
}
