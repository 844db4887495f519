import { callInThread } from '../../platform/thread.ts';
import { classifyGames } from '../classify/classify-games.ts';
import type { DescribedGame } from '../classify/described-game.ts';
import { SimilarGamesFit } from './fit-similar-games.ts';
import { fitUserModel } from './fit-user-model.ts';
import { gameFeatures, type Interactions } from './interactions.ts';

/** The input of a fit. */
export interface FitInput {
  interactions: Interactions;
  games: readonly DescribedGame[];
}

/** The fits. Each runs on the thread that calls it. */
export const FITS = {
  /** Fits the model that recommends games to a user. */
  async users({ interactions, games }: FitInput) {
    return fitUserModel(interactions, gameFeatures(games));
  },
  /**
   * Classifies all games and finds games like each game, by play and content together. The content alone finds games
   * like those that nobody plays.
   */
  async games({ interactions, games }: FitInput) {
    const classes = classifyGames(games);
    const fit = new SimilarGamesFit(interactions, { games, classes });
    return { classes, similar: fit.lists(), content: fit.content };
  },
};

type Fits = typeof FITS;

/** The message to the thread: a fit and its input. */
export interface FitTask {
  fit: keyof Fits;
  input: FitInput;
}

const WORKER = new URL('./fit-worker.ts', import.meta.url);

/** The number of library rows from which a thread is worth its start. */
const WORTH_A_THREAD = 100_000;

/**
 * Runs a fit, in a thread of its own where there is much to fit. The result is the same to the last bit either way.
 *
 * @param signal ends the thread early when it aborts
 */
export function fitAside<Fit extends keyof Fits>(
  fit: Fit,
  input: FitInput,
  signal?: AbortSignal,
): ReturnType<Fits[Fit]> {
  const fitted =
    input.interactions.games.length < WORTH_A_THREAD
      ? FITS[fit](input)
      : callInThread(WORKER, 'Fitting the models', { fit, input } satisfies FitTask, signal);
  return fitted as ReturnType<Fits[Fit]>;
}
