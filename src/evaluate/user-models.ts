import { unpackRow } from '../database/packed-weights.ts';
import { type Knowledge, type OwnedGame, stateOf, UserScorer } from '../engine/recommender/user-scores.ts';
import type { Columns } from '../etl/fit/columns.ts';
import type { UserModel } from '../etl/fit/fit-user-model.ts';

/** What a model is told of a test user: games by column. */
export interface Asker {
  columns: readonly number[];
  /** 1 where played, 0 where owned only. */
  played: readonly number[];
  /** What is not recommended, whether the model is told of it or not. */
  excluded: readonly number[];
}

/** Scores every column for somebody; what is excluded is −∞. */
export type Recommender = (asker: Asker) => Float64Array;

/** The same scores for everyone. */
export function byPopularity({ players }: Columns): Recommender {
  return (asker) => exclude(Float64Array.from(players), asker);
}

/**
 * A model that is a matrix of weights (row by row).
 *
 * @param owned what a game counts that is owned only
 * @param finish makes a score of a sum
 */
export function byWeights(
  weights: Float64Array,
  size: number,
  owned: number,
  finish: (sum: number, column: number) => number = (sum) => sum,
): Recommender {
  return (asker) => {
    const sums = new Float64Array(size);
    for (const [index, column] of asker.columns.entries()) {
      const value = asker.played[index] === 1 ? 1 : owned;
      if (value === 0) continue;
      const row = weights.subarray(column * size, (column + 1) * size);
      for (let j = 0; j < size; j++) sums[j]! += value * row[j]!;
    }
    for (let j = 0; j < size; j++) sums[j] = finish(sums[j]!, j);
    return exclude(sums, asker);
  };
}

/** Our model, through the very code that answers. */
export function byUserModel(
  model: UserModel,
  knowledge: Knowledge,
  { playedOnly = false } = {},
): Recommender {
  const scorer = new UserScorer(model);
  const rows = model.rows.map(({ links, played, owned }) => ({
    links: unpackRow(links),
    played: unpackRow(played),
    owned: unpackRow(owned),
  }));
  return (asker) => {
    const library: OwnedGame[] = [];
    for (const [index, column] of asker.columns.entries()) {
      if (playedOnly && asker.played[index] === 0) continue;
      const minutes = asker.played[index]!;
      const { links, ...chances } = rows[column]!;
      library.push({
        gameId: model.gameIds[column]!,
        minutes,
        known: { column, links, chances: chances[stateOf(minutes, knowledge)] },
      });
    }
    return exclude(scorer.score(library, knowledge).scores, asker);
  };
}

function exclude(scores: Float64Array, { excluded }: Asker): Float64Array {
  for (const column of excluded) scores[column] = Number.NEGATIVE_INFINITY;
  return scores;
}
