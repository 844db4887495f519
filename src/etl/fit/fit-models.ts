import { createHash } from 'node:crypto';
import type { Connection } from '../../database/connection.ts';
import { dataSetSchema } from '../../database/schema/data-set.ts';
import type { Reuse } from '../build/reuse/built-data-set.ts';
import { copyTables } from '../build/reuse/copy-tables.ts';
import { classifyGames } from '../classify/classify-games.ts';
import { type DescribedGame, readDescribedGames, readUnclassifiedGames } from '../classify/described-game.ts';
import { fitAside } from './fit-aside.ts';
import { type Interactions, readLibraries } from './interactions.ts';
import { storeClasses, storePlaces, storeSimilarGames, storeUserModel } from './store-models.ts';

/** The classes of games and the models of a data set, on their way into its tables. */
export interface Fitting {
  /** A hash of what they are fitted on. */
  inputs: string;
  reused: boolean;
  /** Waits for them, and fills the tables; all games are there by now. */
  store(): Promise<void>;
}

/**
 * Begins to classify the games and to fit the models of the data set that the search path names, as soon as its games and
 * libraries are there: in threads, where there is much to fit, while other work goes on. The same libraries and games give the
 * same rows.
 *
 * @param reuse where it was fitted on the same, all is taken over
 * @param signal aborted, the threads end early
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
  // One may fail before it is waited for.
  Promise.all([forUsers, ofGames]).catch(() => {});
  return {
    inputs,
    reused: false,
    async store() {
      await storeUserModel(sql, await forUsers);
      const { classes, similar, cold } = await ofGames;
      await storeClasses(sql, classes);
      await classifyRest(sql);
      await storeSimilarGames(sql, similar);
      await storePlaces(sql, cold);
    },
  };
}

function takeOver(sql: Connection, { before }: Reuse): Fitting {
  const theirs = sql(`${dataSetSchema(before.id)}.game_classes`);
  return {
    inputs: before.origin.models,
    reused: true,
    async store() {
      await sql`
        insert into game_classes select * from ${theirs} where game_id in (select id from games)`;
      await classifyRest(sql);
      await copyTables(sql, before, ['user_model', 'similar_games', 'game_places']);
    },
  };
}

/** The games that only reviews speak of: nothing is known of them, and no model has them. */
async function classifyRest(sql: Connection): Promise<void> {
  await storeClasses(sql, classifyGames(await readUnclassifiedGames(sql)));
}

function hashOf(games: readonly DescribedGame[], { offsets, games: owned, minutes }: Interactions): string {
  const hash = createHash('sha256');
  for (const game of games) hash.update(JSON.stringify(game));
  for (const numbers of [offsets, owned, minutes]) hash.update(numbers);
  return hash.digest('hex');
}
