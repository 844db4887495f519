/** Figures for one user's held-out games, each 0 to 1, where 1 is best. */
export interface UserMetrics {
  /** The share of the held-out games, or of five of them if there are more, that are in the first five. */
  recallAt5: number;
  /** The same for the first twenty. */
  recallAt20: number;
  /** The normalised discounted cumulative gain of the first ten. */
  ndcgAt10: number;
  /** The reciprocal rank of the first held-out game; 0 where the first hundred have none. */
  mrrAt100: number;
}

/** The number of games at the head of a ranking that are judged. */
export const DEEPEST_RANK = 100;

/**
 * Judges one user's ranking.
 *
 * @param ranked ids of games, best first, each once
 * @param heldOut ids of the games that the ranking should contain, at least one
 */
export function judgeRanking(ranked: readonly number[], heldOut: readonly number[]): UserMetrics {
  const wanted = new Set(heldOut);
  const hits: number[] = [];
  for (const [index, game] of ranked.slice(0, DEEPEST_RANK).entries()) {
    if (wanted.has(game)) hits.push(index + 1);
  }
  return {
    recallAt5: recall(hits, 5, wanted.size),
    recallAt20: recall(hits, 20, wanted.size),
    ndcgAt10: ndcg(hits, 10, wanted.size),
    mrrAt100: hits.length > 0 ? 1 / hits[0]! : 0,
  };
}

/** The mean over users of each figure. */
export function meanMetrics(users: readonly UserMetrics[]): UserMetrics {
  const mean = (value: (user: UserMetrics) => number) =>
    users.reduce((sum, user) => sum + value(user), 0) / Math.max(1, users.length);
  return {
    recallAt5: mean((user) => user.recallAt5),
    recallAt20: mean((user) => user.recallAt20),
    ndcgAt10: mean((user) => user.ndcgAt10),
    mrrAt100: mean((user) => user.mrrAt100),
  };
}

/** Figures for the lists of all users together. */
export interface ListMetrics {
  /** The share of the catalogue, 0 to 1, that is in the first five of any list. */
  catalogueShare: number;
  /** The mean, over the first five of all lists, of −log₂ of the share of users who own the game. In bits. */
  novelty: number;
}

/**
 * Judges the lists of all users by the first five of each.
 *
 * @param catalogue the number of games that anyone owns
 * @param ownedShare the share of users, above 0 and up to 1, who own a game
 */
export function judgeLists(
  lists: readonly (readonly number[])[],
  catalogue: number,
  ownedShare: (game: number) => number,
): ListMetrics {
  const shown = new Set<number>();
  let surprise = 0;
  let picks = 0;
  for (const list of lists) {
    for (const game of list.slice(0, 5)) {
      shown.add(game);
      surprise -= Math.log2(ownedShare(game));
      picks++;
    }
  }
  return { catalogueShare: shown.size / Math.max(1, catalogue), novelty: surprise / Math.max(1, picks) };
}

/**
 * The share of the held-out games in the first k places, out of as many as fit into k places, so that
 * 1 can be reached.
 */
function recall(hits: readonly number[], k: number, heldOut: number): number {
  return hits.filter((rank) => rank <= k).length / Math.min(k, heldOut);
}

/** The discounted gain of the hits in the first k places, divided by that of an ideal ranking. */
function ndcg(hits: readonly number[], k: number, heldOut: number): number {
  let gain = 0;
  for (const rank of hits) if (rank <= k) gain += 1 / Math.log2(rank + 1);
  let ideal = 0;
  for (let rank = 1; rank <= Math.min(k, heldOut); rank++) ideal += 1 / Math.log2(rank + 1);
  return gain / ideal;
}
