import { memoized } from '../../platform/memo.ts';
import type { Catalogue, CatalogueGame } from '../catalogue/catalogue.ts';
import type { ClassifiedGame } from '../catalogue/classified-game.ts';
import { catalogueOf } from '../catalogue/read-catalogue.ts';
import { resolveGames } from '../catalogue/resolve-game.ts';
import type { DataSet } from '../data-set/data-set.ts';
import { QuestionError } from '../data-set/question-error.ts';
import type { Breadth } from './content-candidates.ts';
import { contentSearchOf } from './content-candidates.ts';
import { type FusedCandidate, fuseCandidates } from './fuse-candidates.ts';
import { pickPopular } from './popular-picks.ts';
import { type LibraryGame, modelRowsOf, readLibrary, userScorerOf } from './read-library.ts';
import { type Basis, joinCandidates, readSimilarGames, shownScore } from './recommend-game.ts';
import { PICKS, type Wishes } from './shown-games.ts';
import { pickAlike } from './similar-games.ts';
import { pageOf, resolveWishes, type Steering } from './steering.ts';
import { pickForUser } from './user-picks.ts';

/** Why a game is shown to somebody. */
export type UserReason =
  | {
      kind: 'played';
      gameId: string;
      name: string;
      /** How much of the score this game of theirs brought, 0 to 1. */
      share: number;
      /** Hours that they played it; null where they only named it. */
      hours: number | null;
    }
  | { kind: 'popular'; players: number };

export interface RecommendUserAnswer {
  /** Null for somebody who named what they like. */
  userId: string | null;
  /** What they named. */
  likes?: { gameId: string; name: string }[];
  basis: Basis;
  /** Best first; fewer than five where no more fit. */
  games: { rank: number; gameId: string; name: string; score: number; because: UserReason[] }[];
  /** Games that are owned (or named), and those of them that were played. */
  restsOn: { games: number; played: number };
}

/** So many of their games are named as reasons. */
const REASONS = 5;

/** Where the model of libraries has too little, what is like so many of the most played games is taken. */
const ASKED_OF_A_LIBRARY = 10;

/**
 * Games for one of Steam's users, or for somebody who names up to ten games that they like.
 *
 * @throws QuestionError where there is no such user, game, genre or tag, or not exactly one of `user` and `likes` is given
 */
export async function recommendUser(
  dataSet: DataSet,
  options: { user?: string | undefined; likes?: string | undefined } & Steering,
): Promise<RecommendUserAnswer> {
  const { user, likes } = options;
  if ((user === undefined) === (likes === undefined)) throw new QuestionError('user-or-likes', {});
  if (likes !== undefined) {
    const games = await resolveGames(dataSet, likes);
    if (games.length === 0) throw new QuestionError('user-or-likes', {});
    const named = games.map(({ gameId, name }) => ({ gameId: String(gameId), name }));
    const answer = await recommendForLikes(dataSet, games, options);
    return { userId: null, likes: named, ...answer, restsOn: { games: games.length, played: games.length } };
  }
  const library = await readLibrary(dataSet, user!);
  if (library === null) throw new QuestionError('unknown-user', { userId: user! });
  return { userId: user!, ...(await recommendForLibrary(dataSet, library, options)) };
}

/**
 * Games for a library, whether it is in the data set or not: by the model of libraries, where that is too little by what
 * is like what they play most, and failing that the popular.
 *
 * @param library all that somebody owns
 * @throws QuestionError where there is no such genre or tag
 */
export async function recommendForLibrary(
  dataSet: DataSet,
  library: readonly LibraryGame[],
  steering: Steering = {},
): Promise<Omit<RecommendUserAnswer, 'userId' | 'likes'>> {
  const catalogue = await catalogueOf(dataSet);
  const minutesOf = new Map(library.map(({ gameId, minutes }) => [gameId, minutes]));
  const hoursOf = (gameId: number) => (minutesOf.get(gameId) ?? 0) / 60;
  const owned = library.flatMap(({ gameId }) => catalogue.classified(gameId) ?? []);
  const played = library
    .filter(({ minutes }) => minutes > 0)
    .toSorted((a, b) => b.minutes - a.minutes || a.gameId - b.gameId);
  const ways: Way[] = [(wishes) => popularPicks(catalogue, owned, wishes)];
  // Of somebody who has played nothing, nothing is known.
  if (played.length > 0) {
    const scorer = await userScorerOf(dataSet);
    const scored = scorer.score(await modelRowsOf(dataSet).ownedGames(library));
    const mostPlayed = played
      .flatMap(({ gameId }) => catalogue.classified(gameId) ?? [])
      .slice(0, ASKED_OF_A_LIBRARY);
    ways.unshift(
      (wishes) =>
        pickForUser(scorer, scored, owned, catalogue, wishes).map(({ game, score, shares }) => ({
          gameId: game.gameId,
          game,
          basis: 'collaborative',
          score,
          because: playedReasons(catalogue, shares, hoursOf),
        })),
      ...waysAlike(dataSet, catalogue, { asked: mostPlayed, owned }, steering, hoursOf),
    );
  }
  const games = await firstFives(dataSet, ways, steering);
  return { ...games, restsOn: { games: library.length, played: played.length } };
}

/** Games for somebody who names some that they like, of whom nothing else is known: what is like these together. */
async function recommendForLikes(
  dataSet: DataSet,
  likes: readonly CatalogueGame[],
  steering: Steering,
): Promise<Pick<RecommendUserAnswer, 'basis' | 'games'>> {
  const catalogue = await catalogueOf(dataSet);
  const ways = waysAlike(dataSet, catalogue, { asked: likes, owned: likes }, steering, () => null);
  return firstFives(dataSet, [...ways, (wishes) => popularPicks(catalogue, likes, wishes)], steering);
}

interface UserPick {
  gameId: number;
  game: ClassifiedGame;
  basis: Basis;
  score: number;
  because: UserReason[];
}

/** A way to find picks for some wishes; the next one is asked where it finds too few. */
type Way = (wishes: Wishes) => UserPick[] | Promise<UserPick[]>;

/** The five of the page that is asked for, from the first way that has them, filled up from the next. */
async function firstFives(
  dataSet: DataSet,
  ways: readonly Way[],
  steering: Steering,
): Promise<Pick<RecommendUserAnswer, 'basis' | 'games'>> {
  const wishes = await resolveWishes(dataSet, steering);
  const { page = 1 } = steering;
  const picks = await pageOf(page, wishes, async (on) => {
    let found: UserPick[] = [];
    for (const way of ways) {
      if (found.length === PICKS) break;
      found = joinPicks(found, await way({ ...on, picked: found.map(({ game }) => game) }));
    }
    return found;
  });
  return {
    basis: picks[0]?.basis ?? 'popularity',
    games: picks.map(({ game, score, because }, index) => ({
      rank: (page - 1) * PICKS + index + 1,
      gameId: String(game.gameId),
      name: game.name,
      score: shownScore(score),
      because,
    })),
  };
}

/** Picks of another kind under those that there are, their scores brought below. */
function joinPicks(picks: readonly UserPick[], added: readonly UserPick[]): UserPick[] {
  const last = picks.at(-1)?.score;
  const best = added[0]?.score ?? 0;
  const scale = last === undefined || best <= 0 ? 1 : Math.min(1, last / best);
  return [...picks, ...added.map((pick) => ({ ...pick, score: scale * pick.score }))].slice(0, PICKS);
}

/** By what is like some games: near, and where the list is steered, so that many are needed before five fit, far. */
function waysAlike(
  dataSet: DataSet,
  catalogue: Catalogue,
  games: AskedGames,
  steering: Steering,
  hoursOf: (gameId: number) => number | null,
): Way[] {
  const steered = steering.genre !== undefined || steering.howKnown !== undefined;
  const breadths: Breadth[] = steered ? ['near', 'far'] : ['near'];
  return breadths.map((breadth) => {
    const like = memoized(() => likeThese(dataSet, games.asked, breadth));
    return async (wishes) => picksAlike(catalogue, games, await like(), wishes, hoursOf);
  });
}

/** Games that others are like, and those that are not shown. */
interface AskedGames {
  asked: readonly CatalogueGame[];
  owned: readonly CatalogueGame[];
}

interface LikeThese {
  candidates: FusedCandidate[];
  basis: Basis;
}

/** What is like some games together. */
async function likeThese(
  dataSet: DataSet,
  games: readonly CatalogueGame[],
  breadth: Breadth,
): Promise<LikeThese> {
  const fitted = await readSimilarGames(
    dataSet,
    games.map(({ gameId }) => gameId),
  );
  const lists = await Promise.all(
    games.map(async ({ gameId }, place) => {
      const byPlay = fitted[place]!.candidates;
      const byContent =
        byPlay.length > 0 && breadth === 'near'
          ? []
          : await contentSearchOf(dataSet).candidates(gameId, breadth);
      return { gameId, byPlay: byPlay.length > 0, candidates: joinCandidates(byPlay, byContent) };
    }),
  );
  return {
    candidates: fuseCandidates(lists),
    basis: lists.some(({ byPlay }) => byPlay) ? 'collaborative' : 'content',
  };
}

function picksAlike(
  catalogue: Catalogue,
  { asked, owned }: AskedGames,
  { candidates, basis }: LikeThese,
  wishes: Wishes,
  hoursOf: (gameId: number) => number | null,
): UserPick[] {
  return pickAlike(asked, candidates, catalogue, wishes, PICKS, owned).map(({ candidate, game }) => {
    const { displayScore, parts } = candidate;
    const shares = parts
      .map((part) => ({
        gameId: part.gameId,
        share: displayScore > 0 ? part.displayScore / displayScore : 1 / parts.length,
      }))
      .sort((a, b) => b.share - a.share || a.gameId - b.gameId);
    return {
      gameId: game.gameId,
      game,
      basis,
      score: displayScore,
      because: playedReasons(catalogue, shares, hoursOf),
    };
  });
}

function popularPicks(catalogue: Catalogue, owned: readonly CatalogueGame[], wishes: Wishes): UserPick[] {
  return pickPopular(catalogue.games, owned, catalogue, wishes).map((game) => ({
    gameId: game.gameId,
    game,
    basis: 'popularity',
    score: game.players / Math.max(1, catalogue.users),
    because: [{ kind: 'popular', players: game.players }],
  }));
}

function playedReasons(
  catalogue: Catalogue,
  shares: readonly { gameId: number; share: number }[],
  hoursOf: (gameId: number) => number | null,
): UserReason[] {
  return shares.slice(0, REASONS).map(({ gameId, share }) => ({
    kind: 'played',
    gameId: String(gameId),
    name: catalogue.classified(gameId)?.name ?? `App ${gameId}`,
    share: shownScore(share),
    hours: hoursOf(gameId),
  }));
}
