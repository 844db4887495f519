import {
  type ClassifiedGame,
  type GamesAtLarge,
  MOST_PLAYED,
  pickSimilarGames,
} from '../engine/recommender/similar-games.ts';
import { type Classification, classifyGames } from '../etl/classify/classify-games.ts';
import type { DescribedGame } from '../etl/classify/described-game.ts';
import { type Columns, makeColumns } from '../etl/fit/columns.ts';
import {
  fitSimilarGames,
  SIMILAR_GAMES_PARAMETERS,
  type SimilarGames,
  type SimilarGamesRow,
} from '../etl/fit/fit-similar-games.ts';
import type { Evaluation, EvaluationContext } from './evaluation.ts';
import { type GamePair, pairGames } from './game-pairs.ts';
import { TagSimilarity } from './tag-similarity.ts';

/** What games like a game are judged on. */
export type GameEvaluationContext = Pick<
  EvaluationContext,
  'split' | 'games' | 'folds' | 'predict' | 'progress'
>;

/** How well games like a game are found. */
export interface GameFigures {
  /** The share of pairs whose held-out game stands in the first five. */
  hitRateAt5: number;
  /** The mean cosine of a game and its first five, over the distinct games asked for; see {@link TagSimilarity}. */
  tagSimilarity: number;
  /** How many games are in a first five. */
  distinctGames: number;
}

/** The first games of the list for a game, best first. */
export type SimilarList = (gameId: number) => Iterable<number>;

const JUDGED = 5;
const PREDICTED = 20;

/** Holds our lists and simpler ones against the pairs of each fold that is asked for. */
export async function evaluateGames(context: GameEvaluationContext): Promise<Evaluation> {
  const { split, games, folds, predict, progress } = context;
  const similarity = new TagSimilarity(games);
  const { lists, fitted } = makeLists(context);
  const tables = folds.map((fold) => {
    progress(`games: ${fold}`);
    const pairs = pairGames(split, fold);
    return {
      title: `Games like a game, ${fold} fold, ${pairs.length} pairs`,
      columns: ['List', 'HR@5', 'Tag similarity', 'Games in a first five'],
      rows: lists.map(([name, list]) => {
        const figures = judgeSimilarLists(pairs, list, similarity);
        return [
          name,
          figures.hitRateAt5.toFixed(4),
          figures.tagSimilarity.toFixed(4),
          String(figures.distinctGames),
        ];
      }),
    };
  });
  const asked = predict ? [...new Set(pairGames(split, 'test').map(({ asked: game }) => game))] : [];
  return {
    tables,
    predictions: asked
      .sort((a, b) => a - b)
      .map((gameId) => ({
        gameId: String(gameId),
        gameIds: Array.from(firstOf(fitted.get(gameId), PREDICTED), String),
      })),
  };
}

/** Judges lists by their first five. */
export function judgeSimilarLists(
  pairs: readonly GamePair[],
  list: SimilarList,
  similarity: TagSimilarity,
): GameFigures {
  const firsts = new Map<number, readonly number[]>();
  for (const { asked } of pairs) if (!firsts.has(asked)) firsts.set(asked, [...list(asked)].slice(0, JUDGED));
  let similar = 0;
  for (const [asked, first] of firsts) {
    for (const game of first) similar += similarity.cosine(asked, game) / JUDGED;
  }
  const hits = pairs.filter(({ asked, heldOut }) => firsts.get(asked)!.includes(heldOut)).length;
  return {
    hitRateAt5: hits / Math.max(1, pairs.length),
    tagSimilarity: similar / Math.max(1, firsts.size),
    distinctGames: new Set([...firsts.values()].flat()).size,
  };
}

function makeLists({ split, games, progress }: GameEvaluationContext) {
  const classified = classifyGames(games);
  const editions = new Map(
    [...classified].filter(([, { kind }]) => kind === 'game').map(([id, { edition }]) => [id, edition]),
  );
  const similarGames = (parameters: Partial<typeof SIMILAR_GAMES_PARAMETERS>) =>
    fitSimilarGames(split.training, { games, editions }, { ...SIMILAR_GAMES_PARAMETERS, ...parameters });

  progress('games: fitting');
  const fitted = similarGames({});
  const chanceOnly = similarGames({ candidates: JUDGED, priorOwners: 0, likeness: 0 });
  // So much that nothing else counts.
  const contentOnly = similarGames({ candidates: JUDGED, likeness: 1e6 });
  const columns = makeColumns(split.training, SIMILAR_GAMES_PARAMETERS.maxGames);
  const popular = byPlayers(columns);
  const atLarge = describeAtLarge(games, classified, columns, popular);
  const lists: [name: string, list: SimilarList][] = [
    ['popularity', (gameId) => popular.slice(0, JUDGED + 1).filter((id) => id !== gameId)],
    ['P(play | owned) / players^0.2', (gameId) => firstOf(chanceOnly.get(gameId), JUDGED)],
    ['content alone', (gameId) => firstOf(contentOnly.get(gameId), JUDGED)],
    ['ours', (gameId) => firstOf(fitted.get(gameId), JUDGED)],
    ['ours, as shown', (gameId) => shownList(gameId, fitted, atLarge)],
  ];
  return { lists, fitted };
}

function shownList(gameId: number, fitted: SimilarGames, atLarge: GamesAtLarge): number[] {
  const game = atLarge.classified(gameId);
  const row = fitted.get(gameId);
  if (game === undefined || row === undefined) return [];
  return pickSimilarGames(game, candidatesOf(row), atLarge).map((pick) => pick.gameId);
}

/** A row of the fit as the candidates that are chosen from. */
export function candidatesOf(row: SimilarGamesRow) {
  return Array.from(row.gameIds, (gameId, place) => ({
    gameId,
    score: row.scores[place]!,
    displayScore: row.displayScores[place]!,
    players: row.players[place]!,
  }));
}

/** What is shown is chosen from, as it would be after a refresh with these columns. */
export function describeAtLarge(
  games: readonly DescribedGame[],
  classified: ReadonlyMap<number, Classification>,
  columns: Columns,
  popular: readonly number[],
): GamesAtLarge {
  const players = new Map(Array.from(columns.gameIds, (id, column) => [id, columns.players[column]!]));
  const shown = new Map(
    games.map((game): [number, ClassifiedGame] => {
      const { kind, ...rest } = classified.get(game.id)!;
      const recommendable = kind === 'game';
      return [
        game.id,
        { ...game, ...rest, gameId: game.id, recommendable, players: players.get(game.id) ?? 0 },
      ];
    }),
  );
  const records = games.filter(({ recorded }) => recorded);
  const tagShares = new Map<string, number>();
  for (const tag of records.flatMap(({ tags }) => tags)) {
    tagShares.set(tag, (tagShares.get(tag) ?? 0) + 1 / records.length);
  }
  return {
    classified: (gameId) => shown.get(gameId),
    mostPlayed: new Set(popular.slice(0, MOST_PLAYED)),
    users: columns.users,
    tagShares,
  };
}

/** Ids of games, most played first. */
export function byPlayers({ gameIds, players }: Columns): number[] {
  return Array.from(gameIds.keys())
    .sort((a, b) => players[b]! - players[a]! || gameIds[a]! - gameIds[b]!)
    .map((column) => gameIds[column]!);
}

function firstOf(row: SimilarGamesRow | undefined, count: number): Int32Array | readonly [] {
  return row?.gameIds.subarray(0, count) ?? [];
}
