import { isWished } from '../engine/recommender/shown-games.ts';
import { isStarted } from '../engine/recommender/user-picks.ts';
import { pairedBootstrap } from './bootstrap.ts';
import {
  type ComparedModel,
  comparedModels,
  EASE_ALL,
  EASE_PLAYED,
  LINKS_ONLY,
  listing,
  OURS,
  type Situation,
} from './compared-models.ts';
import type { Comparison, Evaluation, EvaluationContext } from './evaluation.ts';
import { PREDICTED } from './evaluation.ts';
import { judgeLists, judgeRanking, type ListMetrics, meanMetrics, type UserMetrics } from './metrics.ts';
import { comparisonTable, metricsTable } from './report.ts';
import type { Fold, TestUser } from './split.ts';
import { twinsOf } from './twins.ts';
import { type Asker, OurLibraryModel } from './user-models.ts';

/** The figures of one model on one fold. */
interface ModelFigures {
  model: string;
  mean: UserMetrics & ListMetrics;
  /** The figures of each test user, in the order of the split. */
  users: UserMetrics[];
}

/** The number of most played training games that stand for the likes that a user would name. */
const LIKES = 3;

/** Measures our model and the published ones by the held-out games of each fold that is asked for. */
export async function evaluateUsers(context: EvaluationContext): Promise<Evaluation> {
  const figures = new Map<string, ModelFigures[]>();
  for await (const model of comparedModels(context)) {
    for (const situation of model.situations) {
      context.progress(`users: ${situation}: ${model.name}`);
      for (const fold of context.folds) {
        const key = `${situation} ${fold}`;
        figures.set(key, [...(figures.get(key) ?? []), judgeModel(context, fold, situation, model)]);
      }
    }
  }

  const tables = context.folds.flatMap((fold) => {
    const of = (situation: Situation) => figures.get(`${situation} ${fold}`)!;
    const users = of('library')[0]!.users.length;
    const compare = (situation: Situation, model: string, less: string) =>
      compareModels(situation, of(situation), model, less);
    const left = of('showable')[0]!.users.length;
    return [
      metricsTable(
        `Games for a user, ${fold} fold, ${left} users: only games that may be shown count`,
        of('showable'),
      ),
      metricsTable(
        'The same, and the owned twins of a held-out game are hidden from the model',
        of('without-twins'),
      ),
      comparisonTable('Differences, with 95 % intervals (paired bootstrap)', [
        compare('showable', OURS, EASE_ALL),
        compare('showable', OURS, EASE_PLAYED),
        compare('without-twins', OURS, EASE_ALL),
        compare('without-twins', OURS, EASE_PLAYED),
      ]),
      metricsTable(
        `Games for a user, ${fold} fold, ${users} users: the whole library is known`,
        of('library'),
      ),
      metricsTable(
        `The same users by their ${LIKES} most played games alone; what else they own is left out`,
        of('likes'),
      ),
      metricsTable('The same, and nothing is left out: a stranger', of('stranger')),
      comparisonTable('Differences, with 95 % intervals (paired bootstrap)', [
        compare('library', OURS, LINKS_ONLY),
        compare('library', OURS, EASE_ALL),
        compare('library', OURS, EASE_PLAYED),
        compare('likes', OURS, EASE_PLAYED),
      ]),
    ];
  });
  return { tables, predictions: context.predict ? predict(context) : [] };
}

/**
 * Judges one model by all test users of a fold. Where only games that may be shown count, users without such a held-out game
 * are left out.
 */
function judgeModel(
  context: EvaluationContext,
  fold: Fold,
  situation: Situation,
  { name, depth, list }: ComparedModel,
): ModelFigures {
  const { columns } = context;
  const columnOf = new Map(Array.from(columns.gameIds, (game, column) => [game, column]));
  const lists: number[][] = [];
  const users: UserMetrics[] = [];
  for (const user of context.split.testUsers) {
    if (user.fold !== fold) continue;
    const counts = countsIn(context, user, situation, columnOf);
    const heldOut = user.heldOut.filter(counts);
    if (heldOut.length === 0) continue;
    const asker = askerOf(context, { ...user, heldOut }, situation, columnOf);
    const games = list(asker, depth).filter(counts);
    lists.push(games);
    users.push(judgeRanking(games, heldOut));
  }
  // A list may have games of fewer owners than the columns have; one owner is the least that tells of them.
  const ownedShare = (game: number) => (columns.owners[columnOf.get(game) ?? -1] ?? 1) / columns.users;
  const mean = { ...meanMetrics(users), ...judgeLists(lists, columns.catalogue, ownedShare) };
  return { model: name, mean, users };
}

/** Tells which games count for a user: all, or only those that a reply may show. */
function countsIn(
  { atLarge, columns, split: { training } }: EvaluationContext,
  { user }: TestUser,
  situation: Situation,
  columnOf: ReadonlyMap<number, number>,
): (gameId: number) => boolean {
  if (situation !== 'showable' && situation !== 'without-twins') return () => true;
  const games = training.games.subarray(training.offsets[user]!, training.offsets[user + 1]!);
  const editions = new Set(Array.from(games, (id) => atLarge.classified(id)?.edition));
  return (gameId) => {
    const game = atLarge.classified(gameId);
    const column = columnOf.get(gameId);
    return (
      game !== undefined &&
      column !== undefined &&
      isWished(game, {}, atLarge.users) &&
      isStarted(columns, column) &&
      !editions.has(game.edition)
    );
  };
}

/**
 * The part of a test user's library that a model gets to see.
 *
 * - `library` and `showable`: all training games.
 * - `without-twins`: all but the twins of held-out games, which were probably bought with them.
 * - `likes`: only the most played training games. The others must not be recommended either.
 * - `stranger`: only the most played training games. The others may be recommended, as if nobody knew about them.
 *
 * @param columnOf the column of each game, by id
 */
function askerOf(
  { split: { training }, columns }: EvaluationContext,
  { user, heldOut }: TestUser,
  situation: Situation,
  columnOf: ReadonlyMap<number, number>,
): Asker {
  const { byUser } = columns;
  const entries = { from: byUser.offsets[user]!, to: byUser.offsets[user + 1]! };
  const owned = Array.from(byUser.columns.subarray(entries.from, entries.to));
  const played = Array.from(byUser.played.subarray(entries.from, entries.to));
  if (situation === 'library' || situation === 'showable') return { columns: owned, played, excluded: owned };
  if (situation === 'without-twins') {
    const twins = new Set(heldOut.flatMap((id) => [...twinsOf(columns)(columnOf.get(id)!)]));
    const seen = [...owned.keys()].filter((at) => !twins.has(owned[at]!));
    return {
      columns: seen.map((at) => owned[at]!),
      played: seen.map((at) => played[at]!),
      excluded: owned,
    };
  }

  const from = training.offsets[user]!;
  const rows = Array.from({ length: training.offsets[user + 1]! - from }, (_, index) => from + index);
  const likes = rows
    .filter((row) => training.minutes[row]! > 0)
    .sort((a, b) => training.minutes[b]! - training.minutes[a]! || training.games[a]! - training.games[b]!)
    .slice(0, LIKES)
    .map((row) => columnOf.get(training.games[row]!))
    .filter((column) => column !== undefined);
  return { columns: likes, played: likes.map(() => 1), excluded: situation === 'likes' ? owned : likes };
}

/** Subtracts the figures of one model from those of another, with intervals. */
function compareModels(
  situation: Situation,
  figures: readonly ModelFigures[],
  of: string,
  less: string,
): Comparison {
  const usersOf = (model: string) => figures.find((row) => row.model === model)!.users;
  const [a, b] = [usersOf(of), usersOf(less)];
  const difference = (value: (user: UserMetrics) => number) => pairedBootstrap(a.map(value), b.map(value));
  return {
    of: `${of}, by ${situation}`,
    less,
    recallAt5: difference((user) => user.recallAt5),
    ndcgAt10: difference((user) => user.ndcgAt10),
  };
}

/** Our first games for each user of the test fold. */
function predict(context: EvaluationContext): object[] {
  const list = listing(context.columns, new OurLibraryModel(context.model).ranking());
  // A whole library is given by columns already, so `askerOf` looks none up.
  const columnOf = new Map<number, number>();
  return context.split.testUsers
    .filter(({ fold }) => fold === 'test')
    .map((user) => ({
      userId: user.userId,
      gameIds: list(askerOf(context, user, 'library', columnOf), PREDICTED).map(String),
    }));
}
