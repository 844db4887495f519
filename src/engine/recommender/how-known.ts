/** How widely games are played, for who wants to find what nobody talks of, or what everyone does. */
export type HowKnown = 'obscure' | 'known' | 'popular';

/** The least and the most of all users, as shares, who play such games: from the first, below the second. */
const RANGES: Record<HowKnown, readonly [from: number, below: number]> = {
  obscure: [0, 0.002],
  known: [0.002, 0.02],
  popular: [0.02, Number.POSITIVE_INFINITY],
};

/** Whether a game with so many players, of so many users, is as well known as is wished. */
export function playersInRange(players: number, users: number, howKnown: HowKnown): boolean {
  const [from, below] = RANGES[howKnown];
  const share = players / Math.max(1, users);
  return share >= from && share < below;
}
