import { MAX_COLUMNS, packRow } from '../../database/packed-weights.ts';
import { CoPlay } from './co-play.ts';
import { type Columns, makeColumns } from './columns.ts';
import { addContentLikeness, type LikenessWeights } from './content-likeness.ts';
import { addRidge, easeWeights, type GramWeights, gramMatrix } from './ease.ts';
import type { GameFeatures, Interactions } from './interactions.ts';
import { invertPositiveDefinite } from './invert.ts';
import { pruneRow } from './prune.ts';

/** The constants of the model; chosen on the tuning fold (docs/recommending.md). */
export interface UserModelParameters {
  /** The most owned games are kept: time grows with its cube, memory with its square. */
  maxGames: number;
  gram: GramWeights;
  likeness: LikenessWeights;
  ridge: number;
  /** Imagined users behind a chance of play. */
  priorUsers: number;
  /** Weights that are kept of a row of links, and of a row of chances. */
  keptLinks: number;
  keptChances: number;
}

export const USER_MODEL_PARAMETERS: UserModelParameters = {
  maxGames: 3000,
  gram: { owned: 0.7, userPower: 0.5 },
  likeness: { tags: 0.3, developers: 0.3, publishers: 0.3, titleWords: 0.6 },
  ridge: 20,
  priorUsers: 5,
  keptLinks: 200,
  keptChances: 100,
};

/** What is stored of one game: packed rows over the columns of the model. */
interface UserModelRow {
  /** What having it adds to each game (EASE). */
  links: Uint8Array;
  /** The fourth power of the chance that who plays it plays each game. */
  played: Uint8Array;
  /** The same for who owns it but never played it. */
  owned: Uint8Array;
}

/** A fitted model: columns and rows are the same games, in the same order. */
export interface UserModel {
  gameIds: Int32Array;
  owners: Int32Array;
  players: Int32Array;
  /** Users it was fitted on. */
  users: number;
  rows: UserModelRow[];
}

/**
 * Fits the model that recommends games for a library. The same input gives the same output, to the last bit.
 *
 * @param threads worker threads; unset: as the machine has
 */
export async function fitUserModel(
  interactions: Interactions,
  features: ReadonlyMap<number, GameFeatures>,
  parameters: UserModelParameters = USER_MODEL_PARAMETERS,
  threads?: number,
): Promise<UserModel> {
  const columns = makeColumns(interactions, Math.min(parameters.maxGames, MAX_COLUMNS));
  const links = await fitLinks(columns, features, parameters, threads);
  const coPlay = new CoPlay(columns, parameters.priorUsers);
  const size = columns.gameIds.length;
  const rows = Array.from({ length: size }, (_, i): UserModelRow => {
    const chances = coPlay.row(i);
    const packChances = (row: Float64Array) =>
      packRow(pruneRow(row, parameters.keptChances, (chance) => chance ** 4));
    return {
      links: packRow(pruneRow(links.subarray(i * size, (i + 1) * size), parameters.keptLinks)),
      played: packChances(chances.played),
      owned: packChances(chances.owned),
    };
  });
  const { gameIds, owners, players, users } = columns;
  return { gameIds, owners, players, users, rows };
}

/** The links of EASE over libraries and likeness of content, row by row, unpruned. */
export async function fitLinks(
  columns: Columns,
  features: ReadonlyMap<number, GameFeatures>,
  { gram, likeness, ridge }: Pick<UserModelParameters, 'gram' | 'likeness' | 'ridge'>,
  threads?: number,
): Promise<Float64Array> {
  const size = columns.gameIds.length;
  const matrix = gramMatrix(columns, gram);
  addContentLikeness(matrix, columns.gameIds, features, likeness);
  addRidge(matrix, size, ridge);
  await invertPositiveDefinite(matrix, size, threads);
  easeWeights(matrix, size);
  return matrix;
}
