import { createHash } from 'node:crypto';
import type { Connection } from '../../database/connection.ts';
import { dataSetSchema } from '../../database/schema/data-set.ts';
import type { Reuse } from '../build/reuse/built-data-set.ts';
import { copyTables } from '../build/reuse/copy-tables.ts';
import { classifyGames } from '../classify/classify-games.ts';
import { type DescribedGame, readDescribedGames, readUnclassifiedGames } from '../classify/described-game.ts';
import { fitAside } from './fit-aside.ts';
import { type Interactions, readLibraries } from './interactions.ts';
import { storeClasses, storeContent, storeSimilarGames, storeUserModel } from './store-models.ts';

/** The classes of games and the models of a data set, before they are in its tables. */
export interface Fitting {
  /** A hash of the games and libraries that they are fitted on. */
  inputs: string;
  /** Whether they are taken over from the data set before. */
  reused: boolean;
  /**
   * Waits for the fits and fills the tables. All games have to be loaded by then, also those that only reviews
   * name.
   */
  store(): Promise<void>;
}

/**
 * Begins to classify the games and to fit the models of the data set that the search path names. Its games and
 * libraries have to be loaded. Where there is much to fit, threads do it while other work goes on. The same
 * libraries and games give the same rows.
 *
 * @param reuse the data set before; its rows are taken over where they were fitted on the same input
 * @param signal ends the threads early when it aborts
 */
export async function beginFit(
  sql: Connection,
  reuse: Reuse | null = null,
  signal?: AbortSignal,
): Promise<Fitting> {
  if (reuse?.sameModels && reuse.sameLibraries) return takeOver(sql, reuse);
  const games = await readDescribedGames(sql);
  const { offsets, games: owned, minutes } = await readLibraries(sql);
  const interactions = { offsets, games: owned, minutes };
  const inputs = hashOf(games, interactions);
  if (reuse?.sameModels && reuse.before.origin.models === inputs) return takeOver(sql, reuse);

  const input = { interactions, games };
  const forUsers = fitAside('users', input, signal);
  const ofGames = fitAside('games', input, signal);
  // A fit may fail before `store` waits for it, and its rejection would then end the program.
  Promise.all([forUsers, ofGames]).catch(() => {});
  return {
    inputs,
    reused: false,
    async store() {
      await storeUserModel(sql, await forUsers);
      const { classes, similar, content } = await ofGames;
      await storeClasses(sql, classes);
      await classifyRest(sql);
      await storeSimilarGames(sql, similar);
      await storeContent(sql, content);
    },
  };
}

/** Takes the classes and the models over from the data set before. */
function takeOver(sql: Connection, { before }: Reuse): Fitting {
  const classesBefore = sql(`${dataSetSchema(before.id)}.game_classes`);
  return {
    inputs: before.origin.models,
    reused: true,
    async store() {
      await sql`
        insert into game_classes select * from ${classesBefore} where game_id in (select id from games)`;
      await classifyRest(sql);
      await copyTables(sql, before, ['user_model', 'similar_games', 'game_content']);
    },
  };
}

/** Classifies the games that only reviews name. Nothing else is known of them, and no model has them. */
async function classifyRest(sql: Connection): Promise<void> {
  await storeClasses(sql, classifyGames(await readUnclassifiedGames(sql)));
}

function hashOf(games: readonly DescribedGame[], { offsets, games: owned, minutes }: Interactions): string {
  const hash = createHash('sha256');
  for (const game of games) hash.update(JSON.stringify(game));
  for (const numbers of [offsets, owned, minutes]) hash.update(numbers);
  return hash.digest('hex');
}
