import { runThread } from '../../thread.ts';
import type { DescribedGame } from '../classify/described-game.ts';
import { fitColdGames } from './cold-games.ts';
import { fitSimilarGames } from './fit-similar-games.ts';
import { fitUserModel } from './fit-user-model.ts';
import { gameFeatures, type Interactions } from './interactions.ts';

/** What the models are fitted on. */
export interface FitInput {
  interactions: Interactions;
  games: readonly DescribedGame[];
  /** Edition keys by id, of what may be recommended. */
  editions: ReadonlyMap<number, string>;
}

/** The models, each fitted on the calling thread. */
export const FITS = {
  userModel: async ({ interactions, games }: Omit<FitInput, 'editions'>) =>
    fitUserModel(interactions, gameFeatures(games)),
  similarGames: async ({ interactions, games, editions }: FitInput) =>
    fitSimilarGames(interactions, { games, editions }),
  coldGames: async ({ interactions, games, editions }: FitInput) =>
    fitColdGames(interactions, games, (id) => editions.has(id)),
};

type Fits = typeof FITS;

/** What the thread is given. */
export interface FitTask {
  model: keyof Fits;
  input: FitInput;
}

const WORKER = new URL('./fit-worker.ts', import.meta.url);

/** Library rows from which a thread is worth its start. */
const WORTH_A_THREAD = 100_000;

/**
 * Fits a model, in a thread of its own where there is much to fit. The result is the same to the last bit.
 *
 * @param signal aborted, it ends early
 */
export function fitAside<Model extends keyof Fits>(
  model: Model,
  input: Parameters<Fits[Model]>[0],
  signal?: AbortSignal,
): ReturnType<Fits[Model]> {
  const fitted =
    input.interactions.games.length < WORTH_A_THREAD
      ? FITS[model](input as FitInput)
      : runThread(WORKER, { workerData: { model, input } }, signal);
  return fitted as ReturnType<Fits[Model]>;
}
