import { bestColumns, playedShare } from '../engine/recommender/user-scores.ts';
import { fitLinks, USER_MODEL_PARAMETERS } from '../etl/fit/fit-user-model.ts';
import { bm25, cosine, ease, rp3beta, weightedCosine } from './baselines.ts';
import type { EvaluationContext } from './evaluation.ts';
import { DEEPEST_RANK } from './metrics.ts';
import {
  type Asker,
  byLikes,
  byPopularity,
  byWeights,
  likesShown,
  OurLibraryModel,
  type Recommender,
} from './user-models.ts';

/** The part of a test user's library that a model gets to see; `askerOf` in `user-evaluation.ts` describes each. */
export type Situation = 'library' | 'showable' | 'without-twins' | 'likes' | 'stranger';

/** A model, and the situations in which it is compared with others. */
export interface ComparedModel {
  name: string;
  situations: readonly Situation[];
  /** The number of games that the model is asked for. */
  depth: number;
  /** Ids of the games for somebody, best first, at most `count`. */
  list(asker: Asker, count: number): number[];
  /** The scores that order the list; null where a list is more than games in order of scores. */
  scores: Recommender | null;
}

/** The input that the models are made from. */
export type ModelContext = Pick<
  EvaluationContext,
  'columns' | 'features' | 'model' | 'similar' | 'atLarge' | 'progress'
>;

/** The situations in which only games that may be shown count. */
const HONEST = ['showable', 'without-twins'] as const;

/** The number of games in a list as it would be shown, page by page. */
const SHOWN = 20;

// The names of the models that others are compared with, or that a comparison is about.
export const OURS = 'ours';
const OURS_SHOWN = 'ours, as shown';
export const LINKS_ONLY = 'ours, links alone × owners^-0.15 × q^0.25';
export const EASE_PLAYED = 'EASE, played';
export const EASE_ALL = 'EASE, played + 0.7 owned';

/**
 * All models that are compared, in the order of the tables. Each is made only when it is asked for, because
 * every model has a large matrix of its own. A name may come twice, for different situations.
 */
export async function* comparedModels(context: ModelContext): AsyncGenerator<ComparedModel> {
  const { columns, features, model, similar, atLarge, progress } = context;
  const size = columns.gameIds.length;
  const scored = (name: string, scores: Recommender, ...situations: Situation[]): ComparedModel => ({
    name,
    situations,
    depth: DEEPEST_RANK,
    list: listing(columns, scores),
    scores,
  });
  const played = (name: string, weights: Float64Array, ...situations: Situation[]) =>
    scored(name, byWeights(weights, size, 0), ...situations);
  const all = (name: string, weights: Float64Array, ...situations: Situation[]) =>
    scored(name, byWeights(weights, size, 0.7), 'library', ...situations);

  yield scored('popularity', byPopularity(columns), 'library', ...HONEST, 'likes', 'stranger');
  yield played('cosine, played', cosine(columns, 0, 30), 'library', 'likes');
  yield played('BM25, played', bm25(columns, 0, 0.2, 0.2), 'library');
  yield played('RP3beta, played', rp3beta(columns, 0, 0.6, 0.6), 'library', 'likes');
  progress('fitting EASE on played games');
  yield played(EASE_PLAYED, await ease(columns, 0, 100), 'library', ...HONEST, 'likes');

  yield all('cosine, played + 0.7 owned', cosine(columns, 0.7, 30));
  yield all('cosine², users weighted', weightedCosine(columns, 0.7, 0.1, 2));
  yield all('BM25, played + 0.7 owned', bm25(columns, 0.7, 0.2, 0.5));
  yield all('RP3beta, played + 0.7 owned', rp3beta(columns, 0.7, 0.8, 0.6));
  progress('fitting EASE on played and owned games');
  yield all(EASE_ALL, await ease(columns, 0.7, 50), ...HONEST);

  progress('fitting the links of our model, without content and with it');
  const likeness = { tags: 0, developers: 0, publishers: 0, titleWords: 0 };
  const parameters = USER_MODEL_PARAMETERS;
  const bare = await fitLinks(columns, features, { ...parameters, likeness });
  yield scored('EASE, users weighted', byWeights(bare, size, 1), 'library');
  const links = await fitLinks(columns, features, parameters);
  yield scored('EASE, users weighted, and content', byWeights(links, size, 1), 'library');
  const scale = Float64Array.from(
    columns.owners,
    (owners, column) => owners ** -0.15 * playedShare(columns, column) ** 0.25,
  );
  const finish = (sum: number, column: number) => (Math.max(0, sum) + 0.003) * scale[column]!;
  yield scored(LINKS_ONLY, byWeights(links, size, 1, finish), 'library');

  const ours = new OurLibraryModel(model);
  yield scored(OURS, ours.ranking(), 'library', ...HONEST);
  yield {
    name: OURS_SHOWN,
    situations: ['library', ...HONEST],
    depth: SHOWN,
    list: (asker, count) => ours.shown(asker, atLarge, count),
    scores: null,
  };
  yield scored('ours, told of played games only', ours.ranking({ playedOnly: true }), 'library');
  yield scored(OURS, byLikes(columns, similar), 'likes', 'stranger');
  yield {
    name: OURS_SHOWN,
    situations: ['likes', 'stranger'],
    depth: SHOWN,
    list: likesShown(columns, similar, atLarge),
    scores: null,
  };
}

/** Makes a function that lists the games with the highest scores. */
export function listing(
  { gameIds }: ModelContext['columns'],
  scores: Recommender,
): (asker: Asker, count: number) => number[] {
  return (asker, count) => bestColumns(scores(asker), count).map((column) => gameIds[column]!);
}
