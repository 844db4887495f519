import type { ClassifiedGame, GamesAtLarge } from '../catalogue/classified-game.ts';
import { LEAST_PLAYERS, type SimilarReason, similarReasons } from './reasons.ts';
import { haveInCommon, isWished, PICKS, Selection, type Wishes } from './shown-games.ts';

/** A game like another, with what speaks for it. */
export interface SimilarCandidate {
  gameId: number;
  /** How well it was ranked. */
  score: number;
  /** How alike it is, rather than how popular. */
  displayScore: number;
  /** Users who play both. */
  players: number;
}

export interface SimilarPick {
  gameId: number;
  name: string;
  /** Descending; only to be compared within a list. */
  score: number;
  /** The strongest first. */
  because: SimilarReason[];
}

/** A candidate that is known. */
export interface KnownCandidate<Candidate extends SimilarCandidate> {
  candidate: Candidate;
  game: ClassifiedGame;
}

/** The picks for a game, with what speaks for each; see {@link pickAlike}. */
export function pickSimilarGames(
  game: ClassifiedGame,
  candidates: readonly SimilarCandidate[],
  atLarge: GamesAtLarge,
  wishes: Wishes = {},
  count = PICKS,
): SimilarPick[] {
  return pickAlike([game], candidates, atLarge, wishes, count).map(({ candidate, game: other }) => ({
    gameId: other.gameId,
    name: other.name,
    score: candidate.displayScore,
    because: similarReasons(game, other, candidate.players, atLarge.tagShares),
  }));
}

/**
 * The picks for some games, from what is like them. They are taken by the geometric mean of the two scores, so that what
 * is only popular stays behind what is alike. Each edition comes once, and none of the games themselves; at most two of
 * one series, and of the most played games only the one that is most alike, unless it is of the games' own series. The
 * picks are then put in order by how alike they are, so that the first is the one that a reader would name.
 *
 * @param owned games that are not shown, nor their other editions; unset: those that were asked for
 */
export function pickAlike<Candidate extends SimilarCandidate>(
  asked: readonly ClassifiedGame[],
  candidates: readonly Candidate[],
  atLarge: GamesAtLarge,
  wishes: Wishes = {},
  count = PICKS,
  owned: readonly ClassifiedGame[] = asked,
): KnownCandidate<Candidate>[] {
  const selection = new Selection(atLarge, wishes, owned, asked);
  const ids = new Set(owned.map(({ gameId }) => gameId));
  const series = asked.flatMap((game) => game.series);
  const isMostPlayed = (game: ClassifiedGame) =>
    atLarge.mostPlayed.has(game.gameId) && !haveInCommon(series, game.series);
  const known = (candidate: Candidate): KnownCandidate<Candidate>[] => {
    const game = atLarge.classified(candidate.gameId);
    if (game === undefined || ids.has(game.gameId)) return [];
    // What has no record is alike only by the people who play both: few of them are chance.
    const isChance = candidate.players < LEAST_PLAYERS && !haveInCommon(series, game.series);
    return game.recorded || !isChance ? [{ candidate, game }] : [];
  };
  const allowed = candidates
    .filter(({ gameId }) => atLarge.mostPlayed.has(gameId))
    .flatMap(known)
    .sort(byLikeness)
    .find(({ game }) => isMostPlayed(game) && selection.allows(game))?.game;
  const picks: KnownCandidate<Candidate>[] = [];
  // What stands further down is not looked at: most of the time goes into the games of candidates.
  for (const next of candidates.toSorted(byBoth)) {
    if (picks.length === count) break;
    for (const { candidate, game } of known(next)) {
      if (!selection.allows(game) || (isMostPlayed(game) && game !== allowed)) continue;
      selection.add(game);
      picks.push({ candidate, game });
    }
  }
  return picks.map((pick) => baseEdition(pick, candidates, atLarge, wishes)).sort(byLikeness);
}

function byLikeness(
  { candidate: a }: KnownCandidate<SimilarCandidate>,
  { candidate: b }: KnownCandidate<SimilarCandidate>,
): number {
  return b.displayScore - a.displayScore || a.gameId - b.gameId;
}

function byBoth(a: SimilarCandidate, b: SimilarCandidate): number {
  return b.score * b.displayScore - a.score * a.displayScore || a.gameId - b.gameId;
}

/** A game that has a record, in place of an edition that has none (`Call of Duty: Modern Warfare 3 - Multiplayer`). */
function baseEdition<Candidate extends SimilarCandidate>(
  pick: KnownCandidate<Candidate>,
  candidates: readonly Candidate[],
  atLarge: GamesAtLarge,
  wishes: Wishes,
): KnownCandidate<Candidate> {
  if (pick.game.recorded) return pick;
  for (const candidate of candidates) {
    const game = atLarge.classified(candidate.gameId);
    if (game?.edition !== pick.game.edition || !game.recorded) continue;
    if (isWished(game, wishes, atLarge.users)) return { candidate, game };
  }
  return pick;
}
