import type { ClassifiedGame, GamesAtLarge } from '../catalogue/classified-game.ts';
import { PICKS, Selection, type Wishes } from './shown-games.ts';

/** So far down the most played, a genre of its own puts a game before a more played one. */
const VARIED_AMONG = 100;

/**
 * The most played games that may be shown, for somebody of whom nothing is known. Each brings a genre that none before
 * it has, as long as there are such games among the most played ones.
 *
 * @param byPlayers the most played first
 * @param owned games of which no edition is shown
 */
export function pickPopular(
  byPlayers: readonly ClassifiedGame[],
  owned: readonly ClassifiedGame[],
  atLarge: GamesAtLarge,
  wishes: Wishes = {},
  count = PICKS,
): ClassifiedGame[] {
  const selection = new Selection(atLarge, wishes, owned);
  const picks = new Set<ClassifiedGame>();
  const genres = new Set<string>();
  const pick = (game: ClassifiedGame) => {
    selection.add(game);
    picks.add(game);
    for (const genre of game.genres) genres.add(genre);
  };
  let among = 0;
  for (const game of byPlayers) {
    if (picks.size === count || among === VARIED_AMONG) break;
    // What nobody plays comes last, whatever its genre.
    if (game.players === 0) break;
    if (!selection.allows(game)) continue;
    among++;
    if (game.genres.some((genre) => !genres.has(genre))) pick(game);
  }
  for (const game of byPlayers) {
    if (picks.size === count) break;
    if (!picks.has(game) && selection.allows(game)) pick(game);
  }
  return [...picks].sort((a, b) => b.players - a.players || a.gameId - b.gameId);
}
