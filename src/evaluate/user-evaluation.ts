import { bestColumns } from '../engine/recommender/user-scores.ts';
import { fitLinks, USER_MODEL_PARAMETERS } from '../etl/fit/fit-user-model.ts';
import { bm25, cosine, ease, rp3beta, weightedCosine } from './baselines.ts';
import { pairedBootstrap } from './bootstrap.ts';
import type { Comparison, Evaluation, EvaluationContext } from './evaluation.ts';
import {
  DEEPEST_RANK,
  judgeLists,
  judgeRanking,
  type ListMetrics,
  meanMetrics,
  type UserMetrics,
} from './metrics.ts';
import { comparisonTable, metricsTable } from './report.ts';
import type { Fold, TestUser } from './split.ts';
import {
  type Asker,
  byLikes,
  byPopularity,
  byWeights,
  OurLibraryModel,
  type Recommender,
} from './user-models.ts';

/** The figures of one model on one fold. */
interface ModelFigures {
  model: string;
  mean: UserMetrics & ListMetrics;
  /** By test user, in the order of the split. */
  users: UserMetrics[];
}

/** How a test user is shown to a model; see {@link askers}. */
type Situation = 'library' | 'likes' | 'stranger';

/** So many of the most played training games stand for what somebody would name. */
const LIKES = 3;
const PREDICTED = 20;

/** So many are chosen of what would be shown, five by five. */
const SHOWN = 20;

const OURS = 'ours';
const LINKS_ONLY = 'ours, links alone × owners^-0.15 × q^0.25';
const EASE_PLAYED = 'EASE, played';
const EASE_ALL = 'EASE, played + 0.7 owned';

/** Holds our model and the published ones against the held-out games of each fold that is asked for. */
export async function evaluateUsers(context: EvaluationContext): Promise<Evaluation> {
  const figures = new Map<string, ModelFigures[]>();
  const judge: Judge = (situation, model, recommend) => {
    context.progress(`users: ${situation}: ${model}`);
    for (const fold of context.folds) {
      const key = `${situation} ${fold}`;
      figures.set(key, [...(figures.get(key) ?? []), judgeModel(context, fold, situation, model, recommend)]);
    }
  };
  await judgeAll(context, judge);

  const tables = context.folds.flatMap((fold) => {
    const of = (situation: Situation) => figures.get(`${situation} ${fold}`)!;
    const users = of('library')[0]!.users.length;
    const compare = (situation: Situation, model: string, less: string) =>
      compareModels(situation, of(situation), model, less);
    return [
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

/** The games for somebody, best first. */
type Lister = (asker: Asker) => number[];

type Judge = (situation: Situation, model: string, recommend: Lister) => void;

async function judgeAll(context: EvaluationContext, judge: Judge): Promise<void> {
  const { columns, features, model, similar, atLarge, progress } = context;
  const size = columns.gameIds.length;
  const popularity = listing(context, byPopularity(columns));
  judge('library', 'popularity', popularity);
  judge('likes', 'popularity', popularity);
  judge('stranger', 'popularity', popularity);

  // One matrix at a time: each is as large as all that the model keeps.
  const played = (weights: Float64Array) => listing(context, byWeights(weights, size, 0));
  const all = (weights: Float64Array) => listing(context, byWeights(weights, size, 0.7));
  const cosinePlayed = played(cosine(columns, 0, 30));
  judge('library', 'cosine, played', cosinePlayed);
  judge('likes', 'cosine, played', cosinePlayed);
  judge('library', 'BM25, played', played(bm25(columns, 0, 0.2, 0.2)));
  const rp3betaPlayed = played(rp3beta(columns, 0, 0.6, 0.6));
  judge('library', 'RP3beta, played', rp3betaPlayed);
  judge('likes', 'RP3beta, played', rp3betaPlayed);
  progress('fitting EASE on played games');
  const easePlayed = played(await ease(columns, 0, 100));
  judge('library', EASE_PLAYED, easePlayed);
  judge('likes', EASE_PLAYED, easePlayed);

  judge('library', 'cosine, played + 0.7 owned', all(cosine(columns, 0.7, 30)));
  judge('library', 'cosine², users weighted', all(weightedCosine(columns, 0.7, 0.1, 2)));
  judge('library', 'BM25, played + 0.7 owned', all(bm25(columns, 0.7, 0.2, 0.5)));
  judge('library', 'RP3beta, played + 0.7 owned', all(rp3beta(columns, 0.7, 0.8, 0.6)));
  progress('fitting EASE on played and owned games');
  judge('library', EASE_ALL, all(await ease(columns, 0.7, 50)));

  progress('fitting the links of our model, without content and with it');
  const likeness = { tags: 0, developers: 0, publishers: 0, titleWords: 0 };
  const parameters = USER_MODEL_PARAMETERS;
  const bare = await fitLinks(columns, features, { ...parameters, likeness });
  judge('library', 'EASE, users weighted', listing(context, byWeights(bare, size, 1)));
  const links = await fitLinks(columns, features, parameters);
  judge('library', 'EASE, users weighted, and content', listing(context, byWeights(links, size, 1)));
  const scale = Float64Array.from(columns.owners, (owners, column) => {
    const playedShare = (columns.players[column]! + 1) / (owners + 2);
    return owners ** -0.15 * playedShare ** 0.25;
  });
  judge(
    'library',
    LINKS_ONLY,
    listing(
      context,
      byWeights(links, size, 1, (sum, column) => (Math.max(0, sum) + 0.003) * scale[column]!),
    ),
  );

  const ours = new OurLibraryModel(model);
  judge('library', OURS, listing(context, ours.ranking()));
  judge('library', 'ours, as shown', (who) => ours.shown(who, atLarge, SHOWN));
  judge('library', 'ours, told of played games only', listing(context, ours.ranking({ playedOnly: true })));
  const likes = listing(context, byLikes(columns, similar));
  judge('likes', OURS, likes);
  judge('stranger', OURS, likes);
}

function judgeModel(
  context: EvaluationContext,
  fold: Fold,
  situation: Situation,
  model: string,
  recommend: Lister,
): ModelFigures {
  const { columns } = context;
  const columnOf = new Map(Array.from(columns.gameIds, (game, column) => [game, column]));
  const lists: number[][] = [];
  const users: UserMetrics[] = [];
  for (const user of context.split.testUsers) {
    if (user.fold !== fold) continue;
    const list = recommend(asker(context, user, situation, columnOf));
    lists.push(list);
    users.push(judgeRanking(list, user.heldOut));
  }
  const ownedShare = (game: number) => columns.owners[columnOf.get(game)!]! / columns.users;
  const mean = { ...meanMetrics(users), ...judgeLists(lists, columns.catalogue, ownedShare) };
  return { model, mean, users };
}

/** Lists the games with the highest scores. */
function listing({ columns }: Pick<EvaluationContext, 'columns'>, recommend: Recommender): Lister {
  return (who) => bestColumns(recommend(who), DEEPEST_RANK).map((column) => columns.gameIds[column]!);
}

/**
 * A test user as a model is told of them. `library`: all training games. `likes`: only the most played ones are told,
 * but what else is owned is still no candidate. `stranger`: only those are known to anyone.
 */
function asker(
  { split: { training }, columns: { byUser } }: EvaluationContext,
  { user }: TestUser,
  situation: Situation,
  columnOf: ReadonlyMap<number, number>,
): Asker {
  const entries = { from: byUser.offsets[user]!, to: byUser.offsets[user + 1]! };
  const owned = Array.from(byUser.columns.subarray(entries.from, entries.to));
  const played = Array.from(byUser.played.subarray(entries.from, entries.to));
  if (situation === 'library') return { columns: owned, played, excluded: owned };

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

function predict(context: EvaluationContext): object[] {
  const list = listing(context, new OurLibraryModel(context.model).ranking());
  const columnOf = new Map<number, number>();
  return context.split.testUsers
    .filter(({ fold }) => fold === 'test')
    .map((user) => ({
      userId: user.userId,
      gameIds: list(asker(context, user, 'library', columnOf))
        .slice(0, PREDICTED)
        .map(String),
    }));
}
