import type { ClassifiedGame, GamesAtLarge } from '../catalogue/classified-game.ts';
import { PICKS, Selection, type Wishes } from './shown-games.ts';
import {
  bestColumns,
  playedShare,
  type ScoreShare,
  type UserScorer,
  type UserScores,
} from './user-scores.ts';

/** What fewer of its owners have ever started lies in libraries because it came along with something else. */
const LEAST_STARTED = 1 / 3;

/** A game for somebody, with what of theirs brought it. */
export interface UserPick {
  game: ClassifiedGame;
  /** Descending; only to be compared within a list. */
  score: number;
  /** The games of theirs that brought the score, most first. */
  shares: ScoreShare[];
}

/**
 * The games with the highest scores that may be shown: none that is owned, nor another edition of one.
 *
 * @param owned the games of the library
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
    if (playedShare(scorer.columns, column) < LEAST_STARTED) continue;
    const shares = scorer.shares(scored, column);
    // What rests on nothing of theirs is only popular.
    if (shares.length === 0) continue;
    selection.add(game);
    picks.push({ game, score: scores[column]!, shares });
  }
  return picks;
}

/** Among the first so many nearly every list is full; among the second most lists that are steered. */
const FIRST = [25, 250];

/** The columns, those with the highest scores first. To order all of them takes longer than all else. */
function* byScore(scores: Float64Array): Generator<number> {
  let told = 0;
  for (const count of FIRST) {
    yield* bestColumns(scores, count).slice(told);
    told = count;
  }
  const all = Array.from(scores.keys()).sort((a, b) => scores[b]! - scores[a]! || a - b);
  yield* all.slice(told);
}
