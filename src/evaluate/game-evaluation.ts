import type { GamesAtLarge } from '../engine/catalogue/classified-game.ts';
import { pickSimilarGames } from '../engine/recommender/similar-games.ts';
import { makeColumns } from '../etl/fit/columns.ts';
import {
  MOST_COMPARED_GAMES,
  SIMILAR_GAMES_PARAMETERS,
  type SimilarGames,
  type SimilarGamesParameters,
  type SimilarGamesRow,
} from '../etl/fit/fit-similar-games.ts';
import type { Evaluation, EvaluationContext } from './evaluation.ts';
import { PREDICTED } from './evaluation.ts';
import { byPlayers, candidatesOf } from './fitted-games.ts';
import { type GamePair, pairGames } from './game-pairs.ts';
import { TagSimilarity } from './tag-similarity.ts';

/** The input for judging lists of games like a game. */
export type GameEvaluationContext = Pick<
  EvaluationContext,
  'split' | 'games' | 'gamesFit' | 'similar' | 'atLarge' | 'folds' | 'predict' | 'progress'
>;

/** The figures of one kind of lists of games like a game. */
export interface GameFigures {
  /** The share of pairs, 0 to 1, with the held-out game among the first five. */
  hitRateAt5: number;
  /**
   * The mean cosine of a game and its first five, 0 to 1, over the distinct games asked for; see
   * {@link TagSimilarity}.
   */
  tagSimilarity: number;
  /** The number of distinct games in all first fives. */
  distinctGames: number;
}

/** Gives the first games of the list for a game, best first. */
export type SimilarList = (gameId: number) => Iterable<number>;

/** The number of games of each list that are judged. */
const JUDGED = 5;

/**
 * The list that is ranked for the held-out games. The lists that answer are made for people instead: whoever plays a game
 * plays above all what everyone plays, and a list for a game should not say so.
 */
const RANKED_PARAMETERS: SimilarGamesParameters = {
  ...SIMILAR_GAMES_PARAMETERS,
  candidates: PREDICTED,
  priorOwners: 5,
  popularityPower: 0.1,
  likenessPower: 0,
  addedLikeness: 0.15,
};

/** Measures our lists and simpler ones by the pairs of each fold that is asked for. */
export async function evaluateGames(context: GameEvaluationContext): Promise<Evaluation> {
  const { split, games, gamesFit, folds, predict, progress } = context;
  const similarity = new TagSimilarity(games);
  const lists = comparedLists(context);
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
  const ranked = predict ? gamesFit.lists(RANKED_PARAMETERS) : new Map();
  return {
    tables,
    predictions: asked
      .sort((a, b) => a - b)
      .map((gameId) => ({
        gameId: String(gameId),
        gameIds: Array.from(firstOf(ranked.get(gameId), PREDICTED), String),
      })),
  };
}

/** Judges lists by their first five games. */
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

/** All kinds of lists that are compared, by name, in the order of the tables. A list has at most five games. */
export function comparedLists(
  context: Pick<GameEvaluationContext, 'split' | 'gamesFit' | 'similar' | 'atLarge' | 'progress'>,
): [name: string, list: SimilarList][] {
  const { split, gamesFit, similar, atLarge, progress } = context;
  const listsBy = (parameters: Partial<SimilarGamesParameters>) => {
    const lists = gamesFit.lists({ ...RANKED_PARAMETERS, candidates: JUDGED, ...parameters });
    return (gameId: number) => firstOf(lists.get(gameId), JUDGED);
  };
  progress('games: fitting simpler lists');
  const popular = byPlayers(makeColumns(split.training, MOST_COMPARED_GAMES));
  return [
    ['popularity', (gameId) => popular.filter((id) => id !== gameId).slice(0, JUDGED)],
    ['P(play | owned) / players^0.2', listsBy({ priorOwners: 0, addedLikeness: 0, popularityPower: 0.2 })],
    // The weight is so large that nothing but content counts.
    ['content alone', listsBy({ addedLikeness: 1e6 })],
    ['ours, as ranked', listsBy({})],
    ['ours, as shown', (gameId) => shownList(gameId, similar, atLarge)],
  ];
}

/** Our list as a reply would show it. */
function shownList(gameId: number, similar: SimilarGames, atLarge: GamesAtLarge): number[] {
  const game = atLarge.classified(gameId);
  const row = similar.get(gameId);
  if (game === undefined || row === undefined) return [];
  return pickSimilarGames(game, candidatesOf(row), atLarge).map((pick) => pick.gameId);
}

function firstOf(row: SimilarGamesRow | undefined, count: number): Int32Array | readonly [] {
  return row?.gameIds.subarray(0, count) ?? [];
}
