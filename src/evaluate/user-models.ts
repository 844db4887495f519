import { type SparseRow, unpackRow } from '../database/packed-weights.ts';
import type { GamesAtLarge } from '../engine/catalogue/classified-game.ts';
import { fuseCandidates } from '../engine/recommender/fuse-candidates.ts';
import { PICKS } from '../engine/recommender/shown-games.ts';
import { pickForUser } from '../engine/recommender/user-picks.ts';
import { type OwnedGame, stateOf, UserScorer, type UserScores } from '../engine/recommender/user-scores.ts';
import type { Columns } from '../etl/fit/columns.ts';
import type { SimilarGames } from '../etl/fit/fit-similar-games.ts';
import type { UserModel } from '../etl/fit/fit-user-model.ts';
import { candidatesOf } from './fitted-games.ts';

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

/** Our model of libraries, through the very code that answers. */
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

  /** The ranking. @param playedOnly leaves out what is owned only from what the model is told */
  ranking({ playedOnly = false } = {}): Recommender {
    return (asker) => exclude(this.#score(asker, playedOnly).scores, asker);
  }

  /** The games that would be shown, five by five, as far as `count`. */
  shown(asker: Asker, atLarge: GamesAtLarge, count: number): number[] {
    const scored = this.#score(asker, false);
    const owned = scored.library.flatMap(({ gameId }) => atLarge.classified(gameId) ?? []);
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

/** What is like the games that somebody names, in the order in which it is chosen. */
export function byLikes({ gameIds }: Columns, similar: SimilarGames): Recommender {
  const columnOf = new Map(Array.from(gameIds, (game, column) => [game, column]));
  return (asker) => {
    const lists = asker.columns.map((column) => {
      const gameId = gameIds[column]!;
      return { gameId, byPlay: true, candidates: candidatesOf(similar.get(gameId)!) };
    });
    const scores = new Float64Array(gameIds.length);
    for (const { gameId, score, displayScore } of fuseCandidates(lists)) {
      const column = columnOf.get(gameId);
      if (column !== undefined) scores[column] = score * displayScore;
    }
    return exclude(scores, asker);
  };
}

function exclude(scores: Float64Array, { excluded }: Asker): Float64Array {
  for (const column of excluded) scores[column] = Number.NEGATIVE_INFINITY;
  return scores;
}
