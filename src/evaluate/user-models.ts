import { type SparseRow, unpackRow } from '../database/packed-weights.ts';
import type { GamesAtLarge } from '../engine/catalogue/classified-game.ts';
import { type FusedCandidate, fuseCandidates } from '../engine/recommender/fuse-candidates.ts';
import { PICKS } from '../engine/recommender/shown-games.ts';
import { pickAlike } from '../engine/recommender/similar-games.ts';
import { pickForUser } from '../engine/recommender/user-picks.ts';
import { type OwnedGame, stateOf, UserScorer, type UserScores } from '../engine/recommender/user-scores.ts';
import type { Columns } from '../etl/fit/columns.ts';
import type { SimilarGames } from '../etl/fit/fit-similar-games.ts';
import type { UserModel } from '../etl/fit/fit-user-model.ts';
import { candidatesOf } from './fitted-games.ts';

/** The part of a test user's library that a model gets to see. Games are given by column. */
export interface Asker {
  /** The games that the model knows about. */
  columns: readonly number[];
  /** For each of `columns`: 1 where the game was played, 0 where it is only owned. */
  played: readonly number[];
  /** The games that must not be recommended, whether the model knows about them or not. */
  excluded: readonly number[];
}

/** Scores every column for somebody. Excluded columns get −∞. */
export type Recommender = (asker: Asker) => Float64Array;

/** Scores games by their number of players, the same for everyone. */
export function byPopularity({ players }: Columns): Recommender {
  return (asker) => exclude(Float64Array.from(players), asker);
}

/**
 * Scores games by a matrix of weights: the sum of the rows of the asker's games.
 *
 * @param weights the square matrix, row by row
 * @param size the number of its rows
 * @param owned the value of a game that is owned but was never played; a played game counts 1
 * @param finish turns the sum for a column into its score
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

/** Our model of libraries. It runs the same code that answers questions. */
export class OurLibraryModel {
  readonly #model: UserModel;
  readonly #scorer: UserScorer;
  readonly #rows: { links: SparseRow; played: SparseRow; owned: SparseRow }[];

  constructor(model: UserModel) {
    this.#model = model;
    this.#scorer = new UserScorer(model);
    this.#rows = model.rows.map(({ links, played, owned }) => ({
      links: unpackRow(links),
      played: unpackRow(played),
      owned: unpackRow(owned),
    }));
  }

  /** Scores games as the model does. @param playedOnly hides games from the model that were never played */
  ranking({ playedOnly = false } = {}): Recommender {
    return (asker) => exclude(this.#score(asker, playedOnly).scores, asker);
  }

  /** Ids of the games that replies would show, page by page, at most `count`. */
  shown(asker: Asker, atLarge: GamesAtLarge, count: number): number[] {
    const scored = this.#score(asker, false);
    const { gameIds } = this.#model;
    const owned = asker.excluded.flatMap((column) => atLarge.classified(gameIds[column]!) ?? []);
    const shown = new Set<number>();
    while (shown.size < count) {
      const picks = pickForUser(this.#scorer, scored, owned, atLarge, { shown });
      for (const { game } of picks) shown.add(game.gameId);
      if (picks.length < PICKS) break;
    }
    return [...shown].slice(0, count);
  }

  #score(asker: Asker, playedOnly: boolean): UserScores {
    const library: OwnedGame[] = [];
    for (const [index, column] of asker.columns.entries()) {
      if (playedOnly && asker.played[index] === 0) continue;
      const minutes = asker.played[index]!;
      const { links, ...chances } = this.#rows[column]!;
      const known = { column, links, chances: chances[stateOf(minutes)] };
      library.push({ gameId: this.#model.gameIds[column]!, minutes, known });
    }
    return this.#scorer.score(library);
  }
}

/** Scores games by their likeness to the asker's games, as likes are answered, without the rules for a shown list. */
export function byLikes({ gameIds }: Columns, similar: SimilarGames): Recommender {
  const columnOf = new Map(Array.from(gameIds, (game, column) => [game, column]));
  return (asker) => {
    const scores = new Float64Array(gameIds.length);
    for (const { gameId, score } of alikeTogether(gameIds, similar, asker)) {
      const column = columnOf.get(gameId);
      if (column !== undefined) scores[column] = score;
    }
    return exclude(scores, asker);
  };
}

/** Makes a function that lists the games that a reply to the asker's likes would show. */
export function likesShown(
  { gameIds }: Columns,
  similar: SimilarGames,
  atLarge: GamesAtLarge,
): (asker: Asker, count: number) => number[] {
  const gamesOf = (columns: readonly number[]) =>
    columns.flatMap((column) => atLarge.classified(gameIds[column]!) ?? []);
  return (asker, count) => {
    const candidates = alikeTogether(gameIds, similar, asker);
    const owned = gamesOf(asker.excluded);
    return pickAlike(gamesOf(asker.columns), candidates, atLarge, {}, count, owned).map(
      ({ game }) => game.gameId,
    );
  };
}

/** The games that are like all games of the asker together. */
function alikeTogether(gameIds: Int32Array, similar: SimilarGames, { columns }: Asker): FusedCandidate[] {
  return fuseCandidates(
    columns.map((column) => {
      const gameId = gameIds[column]!;
      return { gameId, candidates: candidatesOf(similar.get(gameId)!) };
    }),
  );
}

/** Gives the excluded columns the score −∞, in place. */
function exclude(scores: Float64Array, { excluded }: Asker): Float64Array {
  for (const column of excluded) scores[column] = Number.NEGATIVE_INFINITY;
  return scores;
}
