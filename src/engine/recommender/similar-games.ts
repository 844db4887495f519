import type { ClassifiedGame, GamesAtLarge } from '../catalogue/classified-game.ts';
import { LEAST_PLAYERS, type SimilarReason, similarReasons } from './reasons.ts';
import { haveInCommon, isSteered, isWished, PICKS, Selection, type Wishes } from './shown-games.ts';

/** A game that is like another one and may become a pick. */
export interface SimilarCandidate {
  gameId: number;
  /** Comparable only within a list. */
  score: number;
  /** The likeness of the content of both games, from 0 to little more than 1. */
  likeness: number;
  /** The number of users who play both. */
  players: number;
}

/** A pick for a game. */
export interface SimilarPick {
  gameId: number;
  name: string;
  /** Descending through the list, and comparable only within it. */
  score: number;
  /** The reasons, strongest first. */
  because: SimilarReason[];
}

/** A candidate together with its game, which the data set has. */
export interface KnownCandidate<Candidate extends SimilarCandidate> {
  candidate: Candidate;
  game: ClassifiedGame;
}

/** Chooses the picks for a game, each with its reasons; see {@link pickAlike}. */
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
    score: candidate.score,
    because: similarReasons(game, other, candidate.players, atLarge.tagShares),
  }));
}

/**
 * The least likeness of a game that is among the most played ones. So many people play them that they are played together
 * with every game. Of those with less, one in four is a game that people call alike; of those with more, three in four.
 */
const LEAST_OF_MOST_PLAYED = 0.35;

/** The least likeness of a pick for a steered list: rather fewer picks than games that only fit the steering. */
const LEAST_STEERED = 0.1;

/**
 * Chooses the picks for some games from candidates that are like them, those with the highest scores. A list has one
 * edition of each game, none of the `owned` games, and at most two games of one series. Of the most played games, it has at
 * most one, which has to be alike; those of the asked games' own series are exempt.
 *
 * @param asked the games that the picks should be like
 * @param owned games that may not be picked, nor other editions of them; unset: `asked`
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
    // Only common players connect a game without a record to others, and few of them may be chance.
    const isChance = candidate.players < LEAST_PLAYERS && !haveInCommon(series, game.series);
    return game.recorded || !isChance ? [{ candidate, game }] : [];
  };
  const least = isSteered(wishes) ? LEAST_STEERED : 0;
  let mayBeMostPlayed = true;
  const picks: KnownCandidate<Candidate>[] = [];
  // The loop ends as soon as the list is full, because most of the time goes into looking at candidates'
  // games.
  for (const next of candidates.toSorted(byScore)) {
    if (picks.length === count) break;
    if (next.likeness < least) continue;
    for (const { candidate, game } of known(next)) {
      if (!selection.allows(game)) continue;
      if (isMostPlayed(game)) {
        if (!mayBeMostPlayed || candidate.likeness < LEAST_OF_MOST_PLAYED) continue;
        mayBeMostPlayed = false;
      }
      selection.add(game);
      picks.push({ candidate, game });
    }
  }
  return picks
    .map((pick) => bestKnownEdition(pick, candidates, atLarge, wishes))
    .sort((a, b) => byScore(a.candidate, b.candidate));
}

/** Orders candidates by their scores, the best first. */
function byScore(a: SimilarCandidate, b: SimilarCandidate): number {
  return b.score - a.score || a.gameId - b.gameId;
}

/**
 * Replaces a pick by the edition of it that most people play, among those with a record. A pick without a record is usually a
 * part of another edition (`Call of Duty: Modern Warfare 3 - Multiplayer`).
 */
function bestKnownEdition<Candidate extends SimilarCandidate>(
  pick: KnownCandidate<Candidate>,
  candidates: readonly Candidate[],
  atLarge: GamesAtLarge,
  wishes: Wishes,
): KnownCandidate<Candidate> {
  let best = pick;
  for (const candidate of candidates) {
    const game = atLarge.classified(candidate.gameId);
    if (game?.edition !== pick.game.edition || !game.recorded) continue;
    if (best.game.recorded && game.players <= best.game.players) continue;
    if (isWished(game, wishes, atLarge.users)) best = { candidate, game };
  }
  return best;
}
