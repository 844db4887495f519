import { MAX_COLUMNS, packRow } from '../../database/packed-weights.ts';
import { CoPlay } from './co-play.ts';
import { type Columns, makeColumns } from './columns.ts';
import { addContentLikeness, type LikenessWeights } from './content-likeness.ts';
import { addRidge, easeWeights, type GramWeights, gramMatrix } from './ease.ts';
import type { GameFeatures, Interactions } from './interactions.ts';
import { invertPositiveDefinite } from './invert.ts';
import { pruneRow } from './prune.ts';

/** The parameters of the model. */
export interface UserModelParameters {
  /** The number of games in the model, the most owned ones. Time grows with its cube, memory with its square. */
  maxGames: number;
  gram: GramWeights;
  likeness: LikenessWeights;
  ridge: number;
  /** The number of imagined users behind a chance of play. */
  priorUsers: number;
  /** The number of weights kept of a row of links. */
  keptLinks: number;
  /** The number of weights kept of a row of chances. */
  keptChances: number;
}

/** The best on the tuning fold; see docs/recommending.md. */
export const USER_MODEL_PARAMETERS: UserModelParameters = {
  maxGames: 3000,
  gram: { owned: 0.7, userPower: 0.5 },
  likeness: { tags: 0.3, developers: 0.3, publishers: 0.3, titleWords: 0.6 },
  ridge: 20,
  priorUsers: 5,
  keptLinks: 200,
  keptChances: 100,
};

/** The stored rows of one game, packed, over the columns of the model. */
interface UserModelRow {
  /** The amounts that owning the game adds to each game (EASE). */
  links: Uint8Array;
  /** The fourth powers of the chances that a player of the game plays each game. */
  played: Uint8Array;
  /** The same for an owner who has never played the game. */
  owned: Uint8Array;
}

/** A fitted model. Its columns and its rows are the same games, in the same order. */
export interface UserModel {
  gameIds: Int32Array;
  /** The number of owners of each game, players or not. */
  owners: Int32Array;
  /** The number of players of each game. */
  players: Int32Array;
  /** The number of users that the model was fitted on. */
  users: number;
  rows: UserModelRow[];
}

/**
 * Fits the model that recommends games for a library. The same input gives the same output, to the last bit.
 *
 * @param threads the number of worker threads; unset: as many as suit the machine
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

/** The links of EASE from libraries and likeness of content, row by row, before small ones are dropped. */
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
