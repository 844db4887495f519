import { anyOf, numbers } from '../../database/any-of.ts';
import { jsonOf } from '../../database/json-of.ts';
import type { CatalogueGame } from '../catalogue/catalogue.ts';
import { catalogueOf } from '../catalogue/read-catalogue.ts';
import { resolveGame, type UnderstoodName } from '../catalogue/resolve-game.ts';
import type { DataSet } from '../data-set/data-set.ts';
import { perDataSet } from '../data-set/per-data-set.ts';
import { contentSearchOf } from './content-candidates.ts';
import { pickPopular } from './popular-picks.ts';
import { LEAST_PLAYERS, type SimilarReason } from './reasons.ts';
import { PICKS, type Wishes } from './shown-games.ts';
import { pickSimilarGames, type SimilarCandidate, type SimilarPick } from './similar-games.ts';
import { pageOf, resolveWishes, type Steering } from './steering.ts';

/** The basis of a list: the games that people play together, the content of games, or only the number of players. */
export type Basis = 'collaborative' | 'content' | 'popularity';

/** The answer of {@link recommendGame}. */
export interface RecommendGameAnswer {
  /** The game in question. */
  game: { gameId: string; name: string };
  /** Where the game was named by a short name or a nickname: that name. Unset for a game's own name. */
  understood?: UnderstoodName[];
  basis: Basis;
  /** The picks of one page, best first; fewer than five where no more fit. `rank` counts from 1 on the first page. */
  games: { rank: number; gameId: string; name: string; score: number; because: SimilarReason[] }[];
  /** The number of users with a complete library who own the game. */
  restsOn: { owners: number };
}

/**
 * Picks the games most like a game, each with its reasons.
 *
 * @throws QuestionError where there is no such game, genre or tag
 */
export async function recommendGame(
  dataSet: DataSet,
  options: { game: string } & Steering,
): Promise<RecommendGameAnswer> {
  const { game, understood } = await resolveGame(dataSet, options.game);
  const wishes = await resolveWishes(dataSet, options);
  const { page = 1 } = options;
  const [fitted] = await readSimilarGames(dataSet, [game.gameId]);
  const { owners, candidates } = fitted!;
  const picks = await pageOf(page, wishes, (on) => picksFor(dataSet, game, candidates, on));
  return {
    game: { gameId: String(game.gameId), name: game.name },
    ...(understood === undefined ? {} : { understood: [understood] }),
    basis: basisOf(picks),
    games: picks.map(({ gameId, name, score, because }, index) => ({
      rank: (page - 1) * PICKS + index + 1,
      gameId: String(gameId),
      name,
      score: shownScore(score),
      because,
    })),
    restsOn: { owners },
  };
}

/**
 * Five picks for a game: games that the same people play; if these are too few, games with similar content;
 * if these are too few as well, popular games.
 *
 * @param byPlay candidates that the same people play
 */
async function picksFor(
  dataSet: DataSet,
  game: CatalogueGame,
  byPlay: readonly SimilarCandidate[],
  wishes: Wishes,
): Promise<SimilarPick[]> {
  const catalogue = await catalogueOf(dataSet);
  let candidates = byPlay;
  let picks = pickSimilarGames(game, candidates, catalogue, wishes);
  // A steered list may need many candidates before five fit.
  for (const breadth of wishes.genre || wishes.howKnown ? (['near', 'far'] as const) : (['near'] as const)) {
    if (picks.length === PICKS) break;
    candidates = joinCandidates(candidates, await contentSearchOf(dataSet).candidates(game.gameId, breadth));
    picks = pickSimilarGames(game, candidates, catalogue, wishes);
  }
  // A candidate may be near without any reason that can be shown. Games that people really play are better
  // than that.
  const like = picks.filter(({ because }) => because.some(({ kind }) => kind !== 'popular'));
  if (like.length === PICKS) return like;
  const picked = like.flatMap(({ gameId }) => catalogue.classified(gameId) ?? []);
  const popular = pickPopular(catalogue.games, [game], catalogue, { ...wishes, picked }).slice(
    0,
    PICKS - like.length,
  );
  const scale = Math.min(1, like.at(-1)?.score ?? 1);
  return [
    ...like,
    ...popular.map(
      ({ gameId, name, players }): SimilarPick => ({
        gameId,
        name,
        score: (scale * players) / Math.max(1, catalogue.users, players),
        because: [{ kind: 'popular', players }],
      }),
    ),
  ];
}

/**
 * Puts candidates by content below candidates by play. Their scores are on another scale, so they are scaled
 * down to be no higher than the lowest score by play.
 */
export function joinCandidates(
  byPlay: readonly SimilarCandidate[],
  byContent: readonly SimilarCandidate[],
): SimilarCandidate[] {
  const known = new Set(byPlay.map(({ gameId }) => gameId));
  const added = byContent.filter(({ gameId, score }) => !known.has(gameId) && score > 0);
  if (byPlay.length === 0 || added.length === 0) return [...byPlay, ...added];
  const least = Math.min(...byPlay.map(({ score }) => score));
  const leastAlike = Math.min(...byPlay.map(({ displayScore }) => displayScore));
  const best = added[0]!.score;
  return [
    ...byPlay,
    ...added.map((candidate) => ({
      ...candidate,
      score: (least * candidate.score) / best,
      displayScore: (leastAlike * candidate.score) / best,
    })),
  ];
}

/** The result of the fit for one game. */
export interface FittedGame {
  /** The number of users with a complete library who own it. */
  owners: number;
  /** The games like it, best first; none where nobody owns it. */
  candidates: SimilarCandidate[];
}

/** Reads the results of the fit for some games, in the same order. */
export async function readSimilarGames(dataSet: DataSet, gameIds: readonly number[]): Promise<FittedGame[]> {
  const rows = await similarGamesOf(dataSet).execute({ gameIds: numbers(gameIds) });
  const fitted = new Map(
    rows.map(({ gameId, owners, lists }): [number, FittedGame] => {
      const all = lists.gameIds.map((id, place) => ({
        gameId: id,
        score: lists.scores[place]!,
        displayScore: lists.displayScores[place]!,
        players: lists.players[place]!,
      }));
      // In a small data set, the best sixty may include games that are not like this one at all.
      return [gameId, { owners, candidates: all.filter(({ displayScore }) => displayScore > 0) }];
    }),
  );
  return gameIds.map((id) => fitted.get(id) ?? { owners: 0, candidates: [] });
}

const similarGamesOf = perDataSet(({ database, tables: { similarGames } }) => {
  const { gameId, owners, gameIds, scores, displayScores, players } = similarGames;
  return database
    .select({ gameId, owners, lists: jsonOf({ gameIds, scores, displayScores, players }) })
    .from(similarGames)
    .where(anyOf(gameId, 'gameIds'))
    .prepare('similar_games_of');
});

/** The basis of a list by its reasons: enough players in common count first, then content. */
function basisOf(picks: readonly SimilarPick[]): Basis {
  const reasons = picks.flatMap(({ because }) => because);
  if (reasons.some((reason) => reason.kind === 'players' && reason.count >= LEAST_PLAYERS)) {
    return 'collaborative';
  }
  const has = (...kinds: SimilarReason['kind'][]) => reasons.some(({ kind }) => kinds.includes(kind));
  if (has('tags', 'developer', 'series')) return 'content';
  return has('players') ? 'collaborative' : 'popularity';
}

/** The number of significant digits of a score in an answer. */
const DIGITS = 6;

/** A score rounded to the digits that mean something. */
export function shownScore(score: number): number {
  return Number(score.toPrecision(DIGITS));
}
