import type { Connection } from '../../database/connection.ts';
import { classifyGames, editionsOfGames } from '../classify/classify-games.ts';
import { readDescribedGames } from '../classify/described-game.ts';
import { fitGamesAside } from './fit-games.ts';
import { fitUserModel } from './fit-user-model.ts';
import { gameFeatures, readLibraries } from './interactions.ts';
import { storeClasses, storePlaces, storeSimilarGames, storeUserModel } from './store-models.ts';

/**
 * Classifies the games and fits the models of the data set that the search path names, and stores them in it. The same
 * libraries and games give the same rows.
 */
export async function fitModels(sql: Connection): Promise<void> {
  const games = await readDescribedGames(sql);
  const classes = classifyGames(games);
  await storeClasses(sql, classes);

  const { offsets, games: owned, minutes } = await readLibraries(sql);
  const interactions = { offsets, games: owned, minutes };
  const editions = editionsOfGames(classes);
  const [model, fits] = await Promise.all([
    fitUserModel(interactions, gameFeatures(games)),
    fitGamesAside({ interactions, games, editions }),
  ]);
  await storeUserModel(sql, model);
  await storeSimilarGames(sql, fits.similar);
  await storePlaces(sql, fits.cold);
}
