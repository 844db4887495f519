import { anyOf, numbers } from '../../database/any-of.ts';
import { jsonOf } from '../../database/json-of.ts';
import type { Catalogue, CatalogueGame } from '../catalogue/catalogue.ts';
import { catalogueOf } from '../catalogue/read-catalogue.ts';
import { resolveGame, type UnderstoodName } from '../catalogue/resolve-game.ts';
import type { DataSet } from '../data-set/data-set.ts';
import { perDataSet } from '../data-set/per-data-set.ts';
import { type Breadth, contentSearchOf } from './content-candidates.ts';
import { pickPopular } from './popular-picks.ts';
import { LEAST_PLAYERS, type SimilarReason } from './reasons.ts';
import { isSteered, isWished, PICKS, type Wishes } from './shown-games.ts';
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
  const catalogue = await catalogueOf(dataSet);
  const picks = await pageOf(
    page,
    wishes,
    (on) => picksAlike(dataSet, game, fitted!, on),
    (alike, on) => filledUp(alike, game, catalogue, on),
  );
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
    restsOn: { owners: fitted!.owners },
  };
}

/** Five picks that are like a game; fewer where no more are alike. */
async function picksAlike(
  dataSet: DataSet,
  game: CatalogueGame,
  fitted: FittedGame,
  wishes: Wishes,
): Promise<SimilarPick[]> {
  const catalogue = await catalogueOf(dataSet);
  let picks: SimilarPick[] = [];
  // Many candidates may be needed before five fit.
  for (const breadth of ['near', 'far'] as const) {
    if (picks.length === PICKS) break;
    const candidates = await candidatesAlike(dataSet, game.gameId, fitted, breadth, wishes);
    // A candidate may be near without any reason that can be shown. Others are better than that.
    picks = pickSimilarGames(game, candidates, catalogue, wishes, 2 * PICKS)
      .filter(({ because }) => because.some(({ kind }) => kind !== 'popular'))
      .slice(0, PICKS);
  }
  return picks;
}

/** The picks, and below them popular games, five in all. */
function filledUp(
  picks: readonly SimilarPick[],
  game: CatalogueGame,
  catalogue: Catalogue,
  wishes: Wishes,
): SimilarPick[] {
  const picked = picks.flatMap(({ gameId }) => catalogue.classified(gameId) ?? []);
  const popular = pickPopular(catalogue.games, [game], catalogue, { ...wishes, picked });
  const scale = Math.min(1, picks.at(-1)?.score ?? 1);
  const added = popular.map(
    ({ gameId, name, players }): SimilarPick => ({
      gameId,
      name,
      score: (scale * players) / Math.max(1, catalogue.users, players),
      because: [{ kind: 'popular', players }],
    }),
  );
  return [...picks, ...added].slice(0, PICKS);
}

/** The number of users who own a game from which on their play tells more than its content. */
export const OWNERS_THAT_TELL = 20;

/** Whether enough users own a game for their play to tell what is like it. */
export function isToldByPlay({ owners }: Pick<FittedGame, 'owners'>): boolean {
  return owners >= OWNERS_THAT_TELL;
}

/**
 * The games like a game; for a steered list, those that meet the wishes. Where enough users own the game, play and content
 * together decide, and a `far` or steered search adds more games by content alone. For other games, content leads.
 */
export async function candidatesAlike(
  dataSet: DataSet,
  gameId: number,
  fitted: FittedGame,
  breadth: Breadth,
  wishes: Wishes,
): Promise<SimilarCandidate[]> {
  const catalogue = await catalogueOf(dataSet);
  const candidates = fitted.candidates.filter(({ gameId: id }) => {
    const game = catalogue.classified(id);
    return game !== undefined && (!isSteered(wishes) || isWished(game, wishes, catalogue.users));
  });
  if (isToldByPlay(fitted) && breadth === 'near' && !isSteered(wishes)) return candidates;
  const byContent = await contentSearchOf(dataSet).candidates(gameId, breadth, wishes);
  return isToldByPlay(fitted) ? joinCandidates(candidates, byContent) : joinCandidates(byContent, candidates);
}

/**
 * Puts candidates below others, and leaves out those that are among these. Their scores are on another scale, so they are
 * scaled down to be no higher than the lowest score of the others.
 */
export function joinCandidates(
  first: readonly SimilarCandidate[],
  then: readonly SimilarCandidate[],
): SimilarCandidate[] {
  const added = new Map(then.map((candidate) => [candidate.gameId, candidate]));
  const joined = first.map((candidate) => {
    const players = added.get(candidate.gameId)?.players ?? 0;
    added.delete(candidate.gameId);
    return { ...candidate, players: Math.max(candidate.players, players) };
  });
  const least = Math.min(...first.map(({ score }) => score));
  const best = Math.max(...then.map(({ score }) => score));
  const scale = first.length === 0 || best <= 0 ? 1 : Math.min(1, least / best);
  for (const candidate of added.values()) joined.push({ ...candidate, score: scale * candidate.score });
  return joined;
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
      const candidates = lists.gameIds.map((id, place) => ({
        gameId: id,
        score: lists.scores[place]!,
        likeness: lists.likeness[place]!,
        players: lists.players[place]!,
      }));
      // In a small data set, the best hundred may include games that nobody plays and that are not like this one at all.
      return [gameId, { owners, candidates: candidates.filter(({ score }) => score > 0) }];
    }),
  );
  return gameIds.map((id) => fitted.get(id) ?? { owners: 0, candidates: [] });
}

const similarGamesOf = perDataSet(({ database, tables: { similarGames } }) => {
  const { gameId, owners, gameIds, scores, likeness, players } = similarGames;
  return database
    .select({ gameId, owners, lists: jsonOf({ gameIds, scores, likeness, players }) })
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
