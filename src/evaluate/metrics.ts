/** How well one user's held-out games were found; each 0 to 1. */
export interface UserMetrics {
  recallAt5: number;
  recallAt20: number;
  ndcgAt10: number;
  mrrAt100: number;
}

/** So deep a ranking is looked at. */
export const DEEPEST_RANK = 100;

/**
 * Judges one ranking.
 *
 * @param ranked games, best first, each once
 * @param heldOut the games that it should have found, at least one
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

/** What a model shows to all users together. */
export interface ListMetrics {
  /** The share, 0 to 1, of the catalogue that is ever in a top 5. */
  catalogueShare: number;
  /** Mean −log2 of the share of users who own a game, over all top fives. */
  novelty: number;
}

/** Judges the lists of all users, of which only the first five count. */
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

/** Divided by what k places can hold, so that 1 can be reached. */
function recall(hits: readonly number[], k: number, heldOut: number): number {
  return hits.filter((rank) => rank <= k).length / Math.min(k, heldOut);
}

function ndcg(hits: readonly number[], k: number, heldOut: number): number {
  let gain = 0;
  for (const rank of hits) if (rank <= k) gain += 1 / Math.log2(rank + 1);
  let ideal = 0;
  for (let rank = 1; rank <= Math.min(k, heldOut); rank++) ideal += 1 / Math.log2(rank + 1);
  return gain / ideal;
}
