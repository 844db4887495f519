import type { DescribedGame } from '../classify/described-game.ts';
import { makeColumns } from './columns.ts';
import {
  type ContentVectors,
  contentVectors,
  developerFeatures,
  joinVectors,
  publisherFeatures,
  tagFeatures,
  titleFeatures,
  unitVector,
  vectorAt,
} from './game-content.ts';
import type { Interactions } from './interactions.ts';
import { PLAY_FACTOR_PARAMETERS, type PlayFactorParameters, playFactors } from './play-factors.ts';
import { principalPlaces } from './principal-places.ts';
import { fitRidge } from './ridge.ts';
import { type DenseRows, multiplyRows } from './sparse-rows.ts';

/** The parameters for placing games by their content. */
export interface ColdGamesParameters {
  /** The weight of each kind of feature. */
  weights: { tags: number; developers: number; publisher: number; titleWords: number; year: number };
  /** The least number of records with a feature; rarer features are left out. */
  leastGames: number;
  ridge: number;
  /** The number of steps of the regression. */
  steps: number;
  /**
   * The number of owners with which the place of a game is half its own and half the one that its content predicts.
   */
  ownersForHalf: number;
  play: PlayFactorParameters;
}

/** The measured best; see docs/recommending.md. */
export const COLD_GAMES_PARAMETERS: ColdGamesParameters = {
  weights: { tags: 1, developers: 0.7, publisher: 0.7, titleWords: 0.5, year: 0.5 },
  leastGames: 2,
  ridge: 0.7,
  steps: 30,
  ownersForHalf: 50,
  play: PLAY_FACTOR_PARAMETERS,
};

/**
 * The places of all games with a record. Games that the same users would play lie close together. Rows have length
 * 1, and their first numbers tell the most.
 */
export interface ColdGames {
  /** The id of the game of each row. */
  gameIds: Int32Array;
  /** The places by content alone. A search starts at one of these. */
  predicted: DenseRows;
  /**
   * The places by content and by play; the more users own a game, the more its play counts. A search finds these.
   */
  placed: DenseRows;
  /** All content, for the cosines by which the games found are ranked again. */
  content: ContentVectors;
  /** The number of users who own each game. */
  owners: Int32Array;
}

/**
 * Places games that nobody plays among the games that are played. A ridge regression from content to the factors of
 * play is fitted on the games that have both (Gantner et al., "Learning attribute-to-feature mappings for
 * cold-start recommendations", 2010).
 *
 * @param isShown whether a game may be found
 */
export function fitColdGames(
  interactions: Interactions,
  games: readonly DescribedGame[],
  isShown: (gameId: number) => boolean = () => true,
  parameters: ColdGamesParameters = COLD_GAMES_PARAMETERS,
): ColdGames {
  const records = games.filter(({ recorded }) => recorded);
  const rowOf = new Map(records.map(({ id }, row) => [id, row]));
  const content = wholeContent(records, parameters);
  const columns = makeColumns(interactions, Number.POSITIVE_INFINITY);
  const { columns: known, rows: factors } = playFactors(columns, parameters.play);
  const { width } = factors;

  const trained = [...known.keys()].filter((at) => rowOf.has(columns.gameIds[known[at]!]!));
  const rows = trained.map((at) => rowOf.get(columns.gameIds[known[at]!]!)!);
  const owners = trained.map((at) => columns.owners[known[at]!]!);
  const targets = new Float64Array(trained.length * width);
  for (const [index, at] of trained.entries()) {
    targets.set(factors.values.subarray(at * width, (at + 1) * width), index * width);
  }
  const weights = Float64Array.from(owners, Math.sqrt);
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / Math.max(1, weights.length);
  const coefficients = fitRidge(
    joinVectors(
      rows.map((row) => vectorAt(content, row)),
      content.size,
    ),
    { values: targets, width },
    weights.map((weight) => weight / mean),
    parameters.ridge,
    parameters.steps,
  );
  const predicted = multiplyRows(content, coefficients);
  const placed = { values: predicted.values.slice(), width };
  for (const [index, row] of rows.entries()) {
    const own = owners[index]! / (owners[index]! + parameters.ownersForHalf);
    for (let at = 0; at < width; at++) {
      const byContent = predicted.values[row * width + at]!;
      placed.values[row * width + at] = own * targets[index * width + at]! + (1 - own) * byContent;
    }
  }
  const ownersOf = new Map(Array.from(columns.gameIds, (id, column) => [id, columns.owners[column]!]));
  return {
    gameIds: Int32Array.from(records, ({ id }) => id),
    ...principalPlaces({ predicted: ofLengthOne(predicted), placed: ofLengthOne(placed) }, (row) =>
      isShown(records[row]!.id),
    ),
    content,
    owners: Int32Array.from(records, ({ id }) => ownersOf.get(id) ?? 0),
  };
}

/**
 * The content of each record as one vector of length 1. Each kind of feature is first a vector of length 1 by
 * itself, times its weight.
 */
function wholeContent(records: readonly DescribedGame[], parameters: ColdGamesParameters): ContentVectors {
  const { weights, leastGames } = parameters;
  const kinds = [
    { weight: weights.tags, of: tagFeatures },
    {
      weight: weights.year,
      of: ({ releaseYear }: DescribedGame) => (releaseYear === null ? [] : [String(releaseYear)]),
    },
    { weight: weights.developers, of: developerFeatures },
    { weight: weights.publisher, of: publisherFeatures },
    { weight: weights.titleWords, of: titleFeatures },
  ].map(({ weight, of }) => {
    const documents = records.map(of);
    return { weight, vectors: contentVectors(documents, documents, leastGames) };
  });
  const size = kinds.reduce((sum, { vectors }) => sum + vectors.size, 0);
  const joined = records.map((_, row) => {
    let offset = 0;
    const features: number[] = [];
    const values: number[] = [];
    for (const { weight, vectors } of kinds) {
      for (let entry = vectors.offsets[row]!; entry < vectors.offsets[row + 1]!; entry++) {
        features.push(offset + vectors.features[entry]!);
        values.push(weight * vectors.values[entry]!);
      }
      offset += vectors.size;
    }
    return unitVector({ features, values });
  });
  return joinVectors(joined, size);
}

/** The same rows, each of length 1; a row of zeroes stays as it is. */
function ofLengthOne({ values, width }: DenseRows): DenseRows {
  const scaled = values.slice();
  for (let from = 0; from < values.length; from += width) {
    let squares = 0;
    for (let at = from; at < from + width; at++) squares += values[at]! ** 2;
    const length = Math.sqrt(squares) || 1;
    for (let at = from; at < from + width; at++) scaled[at]! /= length;
  }
  return { values: scaled, width };
}
