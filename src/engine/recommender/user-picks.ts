import type { ClassifiedGame, GamesAtLarge } from '../catalogue/classified-game.ts';
import { PICKS, Selection, type Wishes } from './shown-games.ts';
import {
  bestColumns,
  type ModelColumns,
  playedShare,
  type ScoreShare,
  type UserScorer,
  type UserScores,
} from './user-scores.ts';

/**
 * The least share of owners, 0 to 1, who have ever started a game that is picked. Games below it are in
 * libraries only because they came in a bundle with others.
 */
const LEAST_STARTED = 1 / 3;

/** Whether enough owners of a game have ever started it for it to be picked. */
export function isStarted(columns: Pick<ModelColumns, 'owners' | 'players'>, column: number): boolean {
  return playedShare(columns, column) >= LEAST_STARTED;
}

/** A pick for a library. */
export interface UserPick {
  game: ClassifiedGame;
  /** Descending through the list, and comparable only within it. */
  score: number;
  /** The games of the library that brought the score, the largest share first. */
  shares: ScoreShare[];
}

/**
 * Picks the games with the highest scores that may be shown. Owned games and other editions of them never are.
 *
 * @param scored the scores of the library, made by `scorer`
 * @param owned the games of the library that the data set knows
 */
export function pickForUser(
  scorer: UserScorer,
  scored: UserScores,
  owned: readonly ClassifiedGame[],
  atLarge: GamesAtLarge,
  wishes: Wishes = {},
  count = PICKS,
): UserPick[] {
  const { gameIds } = scorer.columns;
  const { scores, library } = scored;
  const has = new Set(library.map(({ gameId }) => gameId));
  const selection = new Selection(atLarge, wishes, owned);
  const picks: UserPick[] = [];
  for (const column of byScore(scores)) {
    if (picks.length === count) break;
    const game = atLarge.classified(gameIds[column]!);
    if (game === undefined || has.has(game.gameId) || !selection.allows(game)) continue;
    if (!isStarted(scorer.columns, column)) continue;
    const shares = scorer.shares(scored, column);
    // A score that no game of the library has brought rests on popularity alone.
    if (shares.length === 0) continue;
    selection.add(game);
    picks.push({ game, score: scores[column]!, shares });
  }
  return picks;
}

/**
 * The numbers of best columns that are sorted first. The first number fills nearly every list, the second
 * most steered ones.
 */
const SORTED_FIRST = [25, 250];

/**
 * The columns, highest scores first. They are sorted in stages, because to sort all takes longer than the
 * rest of the work.
 */
function* byScore(scores: Float64Array): Generator<number> {
  let given = 0;
  for (const count of SORTED_FIRST) {
    yield* bestColumns(scores, count).slice(given);
    given = count;
  }
  const all = Array.from(scores.keys()).sort((a, b) => scores[b]! - scores[a]! || a - b);
  yield* all.slice(given);
}
