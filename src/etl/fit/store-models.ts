import type { Connection } from '../../database/connection.ts';
import { copyInto } from '../../database/driver/copy.ts';
import { MAX_COLUMNS, packRow } from '../../database/packed-weights.ts';
import type { Classification } from '../classify/classify-games.ts';
import type { SimilarGames } from './fit-similar-games.ts';
import type { UserModel } from './fit-user-model.ts';
import { vectorAt } from './game-content.ts';
import type { GameLikeness } from './game-likeness.ts';

/** Fills `game_classes`. */
export async function storeClasses(sql: Connection, classes: ReadonlyMap<number, Classification>) {
  await copyInto(sql, 'game_classes', ['game_id', 'kind', 'adult', 'edition', 'series'], async (copy) => {
    for (const [id, { kind, adult, edition, series }] of classes) {
      copy.add([id, kind, adult, edition, series]);
      await copy.flush();
    }
  });
}

/** Fills `user_model`. */
export async function storeUserModel(sql: Connection, { gameIds, owners, players, rows }: UserModel) {
  const columns = ['game_id', 'column', 'owners', 'players', 'links', 'played', 'owned'];
  await copyInto(sql, 'user_model', columns, async (copy) => {
    for (const [column, { links, played, owned }] of rows.entries()) {
      copy.add([gameIds[column]!, column, owners[column]!, players[column]!, links, played, owned]);
      await copy.flush();
    }
  });
}

/** Fills `similar_games`. */
export async function storeSimilarGames(sql: Connection, similar: SimilarGames) {
  const columns = ['game_id', 'owners', 'game_ids', 'scores', 'likeness', 'players'];
  await copyInto(sql, 'similar_games', columns, async (copy) => {
    for (const [id, { owners, gameIds, scores, likeness, players }] of similar) {
      copy.add([id, owners, [...gameIds], singles(scores), singles(likeness), [...players]]);
      await copy.flush();
    }
  });
}

/** Fills `game_content`. */
export async function storeContent(sql: Connection, content: GameLikeness) {
  await copyInto(sql, 'game_content', ['game_id', 'content'], async (copy) => {
    for (const [row, id] of content.gameIds.entries()) {
      copy.add([id, packContent(content, row)]);
      await copy.flush();
    }
  });
}

/**
 * The content of a game as a packed row, in the order of its features. Features past the last column that a packed
 * row can have are left out: rare words of titles, and only in very large data sets.
 */
export function packContent({ vectors }: GameLikeness, row: number): Buffer {
  const { features, values } = vectorAt(vectors, row);
  const order = Array.from(features, (_, at) => at)
    .filter((at) => features[at]! < MAX_COLUMNS)
    .sort((a, b) => features[a]! - features[b]!);
  return packRow({
    columns: Uint16Array.from(order, (at) => features[at]!),
    weights: Float32Array.from(order, (at) => values[at]!),
  });
}

/** Numbers with the digits that a `real` keeps. */
function singles(values: Float64Array): number[] {
  return Array.from(values, (value) => Number(value.toPrecision(9)));
}
