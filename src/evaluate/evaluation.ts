import type { GamesAtLarge } from '../engine/catalogue/classified-game.ts';
import type { DescribedGame } from '../etl/classify/described-game.ts';
import type { Columns } from '../etl/fit/columns.ts';
import type { SimilarGames, SimilarGamesFit } from '../etl/fit/fit-similar-games.ts';
import type { UserModel } from '../etl/fit/fit-user-model.ts';
import type { GameFeatures } from '../etl/fit/interactions.ts';
import type { Difference } from './bootstrap.ts';
import type { Fold, Split } from './split.ts';

/** The number of games that are predicted for a user, and for a game. */
export const PREDICTED = 20;

/** The input of every evaluation: one split, and the models that were fitted on its training part. */
export interface EvaluationContext {
  split: Split;
  /** The games with training rows that a model may know. */
  columns: Columns;
  /** The features of games, by id. */
  features: ReadonlyMap<number, GameFeatures>;
  /** All games, with and without a record. */
  games: readonly DescribedGame[];
  /** The fit of games like each game, from which lists of several kinds are made. */
  gamesFit: SimilarGamesFit;
  /** The lists of this fit that answers come from. */
  similar: SimilarGames;
  /** The games as picks are chosen from them. */
  atLarge: GamesAtLarge;
  /** The fitted model of games for a user. */
  model: UserModel;
  /** The folds to make figures for. */
  folds: readonly Fold[];
  /** Whether to make predictions for the test fold. */
  predict: boolean;
  /** Takes a message on the current step, for a person who waits. */
  progress(message: string): void;
}

/** A table of figures, ready to print. */
export interface EvaluationTable {
  title: string;
  columns: readonly string[];
  /** The first cell of each row is a name, the others are figures. */
  rows: readonly (readonly string[])[];
}

/** The figures of one model minus those of another. */
export interface Comparison {
  of: string;
  /** The model that is subtracted. */
  less: string;
  recallAt5: Difference;
  ndcgAt10: Difference;
}

/** The result of an evaluation. */
export interface Evaluation {
  tables: EvaluationTable[];
  /** Predictions for the test fold, each a line of the file; empty unless they were asked for. */
  predictions: object[];
}
