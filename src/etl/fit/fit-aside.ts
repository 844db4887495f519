import { callInThread } from '../../platform/thread.ts';
import { classifyGames, editionsOfGames } from '../classify/classify-games.ts';
import type { DescribedGame } from '../classify/described-game.ts';
import { fitColdGames } from './cold-games.ts';
import { fitSimilarGames } from './fit-similar-games.ts';
import { fitUserModel } from './fit-user-model.ts';
import { gameFeatures, type Interactions } from './interactions.ts';

/** What is fitted on. */
export interface FitInput {
  interactions: Interactions;
  games: readonly DescribedGame[];
}

/** What is fitted, on the calling thread. */
export const FITS = {
  /** Games for a user. */
  async users({ interactions, games }: FitInput) {
    return fitUserModel(interactions, gameFeatures(games));
  },
  /** Games like a game: by play and content together, and by content where there is no play; of all games, classified. */
  async games({ interactions, games }: FitInput) {
    const classes = classifyGames(games);
    const editions = editionsOfGames(classes);
    return {
      classes,
      similar: fitSimilarGames(interactions, { games, editions }),
      cold: fitColdGames(interactions, games, (id) => editions.has(id)),
    };
  },
};

type Fits = typeof FITS;

/** What the thread is given. */
export interface FitTask {
  fit: keyof Fits;
  input: FitInput;
}

const WORKER = new URL('./fit-worker.ts', import.meta.url);

/** Library rows from which a thread is worth its start. */
const WORTH_A_THREAD = 100_000;

/**
 * Fits in a thread of its own where there is much to fit. The result is the same to the last bit.
 *
 * @param signal aborted, it ends early
 */
export function fitAside<Fit extends keyof Fits>(
  fit: Fit,
  input: FitInput,
  signal?: AbortSignal,
): ReturnType<Fits[Fit]> {
  const fitted =
    input.interactions.games.length < WORTH_A_THREAD
      ? FITS[fit](input)
      : callInThread(WORKER, 'Fitting', { fit, input } satisfies FitTask, signal);
  return fitted as ReturnType<Fits[Fit]>;
}
