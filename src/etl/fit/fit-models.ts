import { createHash } from 'node:crypto';
import type { Connection } from '../../database/connection.ts';
import { dataSetSchema } from '../../database/schema/data-set.ts';
import { classifyGames, editionsOfGames } from '../classify/classify-games.ts';
import { type DescribedGame, readDescribedGames } from '../classify/described-game.ts';
import type { BuiltDataSet } from '../reuse/built-data-set.ts';
import { fitGamesAside } from './fit-games.ts';
import { fitUserModelAside } from './fit-user-model.ts';
import { gameFeatures, type Interactions, readLibraries } from './interactions.ts';
import { storeClasses, storePlaces, storeSimilarGames, storeUserModel } from './store-models.ts';

/** The tables that are filled here. */
const TABLES = ['game_classes', 'user_model', 'similar_games', 'game_places'];

/**
 * Classifies the games and fits the models of the data set that the search path names, and stores them in it. The same
 * libraries and games give the same rows.
 *
 * @param before a data set of the same code: where it was fitted on the same, all is taken over from it
 * @param signal aborted, it ends early
 * @returns a hash of what they were fitted on
 */
export async function fitModels(
  sql: Connection,
  before: BuiltDataSet | null = null,
  signal?: AbortSignal,
): Promise<{ inputs: string; reused: boolean }> {
  const games = await readDescribedGames(sql);
  const { offsets, games: owned, minutes } = await readLibraries(sql);
  const interactions = { offsets, games: owned, minutes };
  const inputs = hashOf(games, interactions);
  if (before?.origin.models === inputs) {
    for (const table of TABLES) {
      await sql`insert into ${sql(table)} select * from ${sql(`${dataSetSchema(before.id)}.${table}`)}`;
    }
    return { inputs, reused: true };
  }

  const classes = classifyGames(games);
  await storeClasses(sql, classes);
  const editions = editionsOfGames(classes);
  const [model, fits] = await Promise.all([
    fitUserModelAside({ interactions, features: gameFeatures(games) }, signal),
    fitGamesAside({ interactions, games, editions }, signal),
  ]);
  await storeUserModel(sql, model);
  await storeSimilarGames(sql, fits.similar);
  await storePlaces(sql, fits.cold);
  return { inputs, reused: false };
}

function hashOf(games: readonly DescribedGame[], { offsets, games: owned, minutes }: Interactions): string {
  const hash = createHash('sha256');
  for (const game of games) hash.update(JSON.stringify(game));
  for (const numbers of [offsets, owned, minutes]) hash.update(numbers);
  return hash.digest('hex');
}
