import type { Catalogue, CatalogueGame } from '../catalogue/catalogue.ts';
import type { ClassifiedGame } from '../catalogue/classified-game.ts';
import { catalogueOf } from '../catalogue/read-catalogue.ts';
import { endOfGames, resolveLikes, type UnderstoodName } from '../catalogue/resolve-game.ts';
import type { DataSet } from '../data-set/data-set.ts';
import { QuestionError } from '../data-set/question-error.ts';
import type { Breadth } from './content-candidates.ts';
import { type FusedCandidate, fuseCandidates } from './fuse-candidates.ts';
import { pickPopular } from './popular-picks.ts';
import { findLibrary, type LibraryGame, modelRowsOf, userScorerOf } from './read-library.ts';
import { type SimilarReason, similarReasons } from './reasons.ts';
import { type Basis, candidatesAlike, isToldByPlay, readSimilarGames, shownScore } from './recommend-game.ts';
import { PICKS, type Wishes } from './shown-games.ts';
import { pickAlike } from './similar-games.ts';
import { pageOf, resolveWishes, type Steering } from './steering.ts';
import { pickForUser } from './user-picks.ts';

/**
 * A reason why a game is shown to somebody: a game of theirs. Where the same game brought most of every pick, each pick also
 * has what it shares with that game.
 */
export type UserReason =
  | SimilarReason
  /** A game that the person plays, or named as a like. */
  | {
      kind: 'played';
      gameId: string;
      name: string;
      /** The share of the score that this game brought, 0 to 1. */
      share: number;
      /** Hours that the person played it; null for a like. */
      hours: number | null;
    };

/** The answer of {@link recommendUser}. */
export interface RecommendUserAnswer {
  /** Null where likes were given instead of a user. */
  userId: string | null;
  /** The likes; unset where a user was given. */
  likes?: { gameId: string; name: string }[];
  /** The likes that were given by a short name or a nickname; unset where there are none. */
  understood?: UnderstoodName[];
  /** The names of likes that the data does not have, and the year with which its games end; unset where there are none. */
  unknown?: { names: string[]; to: string };
  /** The basis of the first pick. */
  basis: Basis;
  /** The picks of one page, best first; fewer than five where no more fit. `rank` counts from 1 on the first page. */
  games: { rank: number; gameId: string; name: string; score: number; because: UserReason[] }[];
  /** The number of games in the library, and of those that were played. For likes, both are the number of likes. */
  restsOn: { games: number; played: number };
}

/** The most games of a library, or likes, that are reasons for one pick. */
const REASONS = 5;

/** The number of most played games of a library that stand for it where the model of libraries gives too few picks. */
const STAND_FOR_LIBRARY = 10;

/**
 * Picks games for a Steam user, or for somebody who names up to ten likes.
 *
 * @param options exactly one of `user` (an id, or the address of a profile) and `likes` (a list of names or ids), and the steering
 * @throws QuestionError where there is no such user, game, genre or tag, or not exactly one of `user` and
 *   `likes` is given
 */
export async function recommendUser(
  dataSet: DataSet,
  options: { user?: string | undefined; likes?: string | undefined } & Steering,
): Promise<RecommendUserAnswer> {
  const { user, likes } = options;
  if ((user === undefined) === (likes === undefined)) throw new QuestionError('user-or-likes', {});
  if (likes !== undefined) {
    const { games, understood, unknown } = await resolveLikes(dataSet, likes);
    const named = games.map(({ gameId, name }) => ({ gameId: String(gameId), name }));
    const answer = await recommendForLikes(dataSet, games, options);
    return {
      userId: null,
      likes: named,
      ...(understood.length === 0 ? {} : { understood }),
      ...(unknown.length === 0
        ? {}
        : { unknown: { names: unknown, to: endOfGames(await catalogueOf(dataSet)) } }),
      ...answer,
      restsOn: { games: games.length, played: games.length },
    };
  }
  const found = await findLibrary(dataSet, user!);
  if (found === null) throw new QuestionError('unknown-user', { userId: user! });
  const { userId, library } = found;
  return { userId, ...(await recommendForLibrary(dataSet, library, options)) };
}

/**
 * Picks games for a library, which need not be in the data set. The model of libraries comes first. If it
 * gives too few picks, games like the most played ones follow, and then popular games.
 *
 * @param library all games that somebody owns
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
  const ways: Way[] = [];
  // A library without a played game says nothing about its owner, so only popular games are left.
  if (played.length > 0) {
    const scorer = await userScorerOf(dataSet);
    const scored = scorer.score(await modelRowsOf(dataSet).ownedGames(library));
    const mostPlayed = played
      .flatMap(({ gameId }) => catalogue.classified(gameId) ?? [])
      .slice(0, STAND_FOR_LIBRARY);
    ways.push(
      (wishes) =>
        pickForUser(scorer, scored, owned, catalogue, wishes).map(({ game, score, shares }) => ({
          gameId: game.gameId,
          game,
          basis: 'collaborative',
          score,
          because: playedReasons(catalogue, shares, hoursOf),
        })),
      ...waysAlike(dataSet, catalogue, { asked: mostPlayed, owned }, hoursOf),
    );
  }
  const games = await pageFromWays(dataSet, ways, owned, steering);
  return { ...games, restsOn: { games: library.length, played: played.length } };
}

/** Picks games for somebody about whom only some likes are known: the games that are like all of these together. */
async function recommendForLikes(
  dataSet: DataSet,
  likes: readonly CatalogueGame[],
  steering: Steering,
): Promise<Pick<RecommendUserAnswer, 'basis' | 'games'>> {
  const catalogue = await catalogueOf(dataSet);
  const ways = waysAlike(dataSet, catalogue, { asked: likes, owned: likes }, () => null);
  return pageFromWays(dataSet, ways, likes, steering);
}

interface UserPick {
  gameId: number;
  game: ClassifiedGame;
  basis: Basis;
  score: number;
  because: UserReason[];
  /** The number of users who play both this game and the one of its reasons with which it shares most. Unset: not known. */
  players?: number;
}

/** One way to find picks for some wishes. If it finds too few, the next way fills the list. */
type Way = (wishes: Wishes) => UserPick[] | Promise<UserPick[]>;

/**
 * Makes the page that the steering asks for, from the first way and, where that has too few picks,
 * from the next ones.
 */
async function pageFromWays(
  dataSet: DataSet,
  ways: readonly Way[],
  owned: readonly CatalogueGame[],
  steering: Steering,
): Promise<Pick<RecommendUserAnswer, 'basis' | 'games'>> {
  const wishes = await resolveWishes(dataSet, steering);
  const { page = 1 } = steering;
  const catalogue = await catalogueOf(dataSet);
  const below = (picks: readonly UserPick[], on: Wishes) => ({
    ...on,
    picked: picks.map(({ game }) => game),
  });
  const fromWays = async (on: Wishes) => {
    let joined: UserPick[] = [];
    for (const way of ways) {
      if (joined.length === PICKS) break;
      joined = joinPicks(joined, await way(below(joined, on)));
    }
    return joined;
  };
  const found = await pageOf(page, wishes, fromWays, (picks, on) =>
    joinPicks(picks, popularPicks(catalogue, owned, below(picks, on))),
  );
  const picks = withSharedTraits(found, catalogue);
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

/**
 * The picks; where the same game brought most of each, with what each shares with that game. Otherwise all picks would have
 * the same reason, which says nothing about any of them.
 */
function withSharedTraits(picks: readonly UserPick[], catalogue: Catalogue): UserPick[] {
  const broughtMost = (pick: UserPick) => pick.because.find((one) => one.kind === 'played')?.gameId;
  const [first, ...others] = new Set(picks.flatMap((pick) => broughtMost(pick) ?? []));
  const only = catalogue.classified(Number(first));
  if (only === undefined || others.length > 0) return [...picks];
  return picks.map((pick) => {
    if (broughtMost(pick) === undefined) return pick;
    const players = pick.because.length === 1 ? (pick.players ?? 0) : 0;
    const traits = similarReasons(only, pick.game, players, catalogue.tagShares);
    return { ...pick, because: [...pick.because, ...traits.filter(({ kind }) => kind !== 'popular')] };
  });
}

/** Adds picks of another way below the picks so far, five in all. Their scores are scaled down to be no higher. */
function joinPicks(picks: readonly UserPick[], added: readonly UserPick[]): UserPick[] {
  const last = picks.at(-1)?.score;
  const best = added[0]?.score ?? 0;
  const scale = last === undefined || best <= 0 ? 1 : Math.min(1, last / best);
  return [...picks, ...added.map((pick) => ({ ...pick, score: scale * pick.score }))].slice(0, PICKS);
}

/** The ways that pick games like some others: from a near search, and where that finds too few, from a far one. */
function waysAlike(
  dataSet: DataSet,
  catalogue: Catalogue,
  games: AskedGames,
  hoursOf: (gameId: number) => number | null,
): Way[] {
  return (['near', 'far'] as const).map((breadth) => {
    // The candidates of all pages are the same.
    let found: Promise<GamesAlike> | undefined;
    return async (wishes) => {
      found ??= findAlike(dataSet, games.asked, breadth, wishes);
      return picksAlike(catalogue, games, await found, wishes, hoursOf);
    };
  });
}

/** The games that a list starts from. */
interface AskedGames {
  /** The games that the picks should be like. */
  asked: readonly CatalogueGame[];
  /** The games that may not be picked, nor other editions of them. */
  owned: readonly CatalogueGame[];
}

/** The games that are like several others together. */
interface GamesAlike {
  candidates: FusedCandidate[];
  basis: Basis;
}

/** Finds the games that are like some others together. */
async function findAlike(
  dataSet: DataSet,
  games: readonly CatalogueGame[],
  breadth: Breadth,
  wishes: Wishes,
): Promise<GamesAlike> {
  const fitted = await readSimilarGames(
    dataSet,
    games.map(({ gameId }) => gameId),
  );
  const lists = await Promise.all(
    games.map(async ({ gameId }, place) => ({
      gameId,
      candidates: await candidatesAlike(dataSet, gameId, fitted[place]!, breadth, wishes),
    })),
  );
  return {
    candidates: fuseCandidates(lists),
    basis: fitted.some(isToldByPlay) ? 'collaborative' : 'content',
  };
}

/** Chooses picks from games that are like others. The reasons are these others, by their shares of the score. */
function picksAlike(
  catalogue: Catalogue,
  { asked, owned }: AskedGames,
  { candidates, basis }: GamesAlike,
  wishes: Wishes,
  hoursOf: (gameId: number) => number | null,
): UserPick[] {
  return pickAlike(asked, candidates, catalogue, wishes, PICKS, owned).map(({ candidate, game }) => {
    const { score, parts } = candidate;
    const shares = parts
      .map((part) => ({ gameId: part.gameId, share: part.score / score }))
      .sort((a, b) => b.share - a.share || a.gameId - b.gameId);
    return {
      gameId: game.gameId,
      game,
      basis,
      score,
      because: playedReasons(catalogue, shares, hoursOf),
      players: candidate.players,
    };
  });
}

/** Picks popular games. The score is the share of all users who play the game. */
function popularPicks(catalogue: Catalogue, owned: readonly CatalogueGame[], wishes: Wishes): UserPick[] {
  return pickPopular(catalogue.games, owned, catalogue, wishes).map((game) => ({
    gameId: game.gameId,
    game,
    basis: 'popularity',
    score: game.players / Math.max(1, catalogue.users),
    because: [{ kind: 'popular', players: game.players }],
  }));
}

/** The reasons for a pick: the games with the largest shares of its score, which come in this order. */
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
