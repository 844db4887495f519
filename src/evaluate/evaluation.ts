import type { GamesAtLarge } from '../engine/catalogue/classified-game.ts';
import type { DescribedGame } from '../etl/classify/described-game.ts';
import type { Columns } from '../etl/fit/columns.ts';
import type { SimilarGames } from '../etl/fit/fit-similar-games.ts';
import type { UserModel } from '../etl/fit/fit-user-model.ts';
import type { GameFeatures } from '../etl/fit/interactions.ts';
import type { Difference } from './bootstrap.ts';
import type { Fold, Split } from './split.ts';

/** What every evaluation is given: one split, and what was fitted on its training part. */
export interface EvaluationContext {
  split: Split;
  /** The games with training rows that a model may know. */
  columns: Columns;
  features: ReadonlyMap<number, GameFeatures>;
  /** All games, with and without a record. */
  games: readonly DescribedGame[];
  /** Edition keys by id, of what may be recommended. */
  editions: ReadonlyMap<number, string>;
  /** The games like each game. */
  similar: SimilarGames;
  /** What is shown is chosen from. */
  atLarge: GamesAtLarge;
  model: UserModel;
  /** The folds whose figures are asked for. */
  folds: readonly Fold[];
  /** Whether predictions for the test fold are asked for. */
  predict: boolean;
  /** Told what is being done, for people. */
  progress(message: string): void;
}

/** Figures as they are printed. */
export interface EvaluationTable {
  title: string;
  columns: readonly string[];
  /** The first cell is a name, the others are figures. */
  rows: readonly (readonly string[])[];
}

/** One model less another. */
export interface Comparison {
  of: string;
  less: string;
  recallAt5: Difference;
  ndcgAt10: Difference;
}

/** What an evaluation found. */
export interface Evaluation {
  tables: EvaluationTable[];
  /** What was predicted for the test fold, one object a line; empty where they weren't asked for. */
  predictions: object[];
}
