import { runThread } from '../../thread.ts';
import type { DescribedGame } from '../classify/described-game.ts';
import { type ColdGames, fitColdGames } from './cold-games.ts';
import { fitSimilarGames, type SimilarGames } from './fit-similar-games.ts';
import type { Interactions } from './interactions.ts';

/** What {@link fitGames} is given. */
export interface GameFitsInput {
  interactions: Interactions;
  games: readonly DescribedGame[];
  /** Edition keys by id, of what may be recommended. */
  editions: ReadonlyMap<number, string>;
}

/** Games like a game: by play and content together, and by content where there is no play. */
export interface GameFits {
  similar: SimilarGames;
  cold: ColdGames;
}

const WORKER = new URL('./fit-games-worker.ts', import.meta.url);

/** What is short-lived in these fits would fill the usual young generation many times a second. */
const ROOM = { maxYoungGenerationSizeMb: 256 };

/** Library rows from which a thread is worth its start. */
export const WORTH_A_THREAD = 100_000;

/** Fits both on the calling thread. */
export function fitGames({ interactions, games, editions }: GameFitsInput): GameFits {
  return {
    similar: fitSimilarGames(interactions, { games, editions }),
    cold: fitColdGames(interactions, games, (id) => editions.has(id)),
  };
}

/** Fits both in a thread of their own where there is much to fit. @param signal aborted, it ends early */
export async function fitGamesAside(input: GameFitsInput, signal?: AbortSignal): Promise<GameFits> {
  if (input.interactions.games.length < WORTH_A_THREAD) return fitGames(input);
  return runThread(WORKER, { workerData: input, resourceLimits: ROOM }, signal);
}
