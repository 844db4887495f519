import type { ClassifiedGame, GamesAtLarge } from '../catalogue/classified-game.ts';
import { PICKS, Selection, type Wishes } from './shown-games.ts';

/** The number of most played games, of those that may be shown, among which new genres come first. */
const VARIED_AMONG = 100;

/**
 * Picks the most played games that may be shown, for somebody about whom nothing is known. Each pick brings
 * a genre that no earlier one has, as long as the most played games have new ones. The list is then in
 * order of players.
 *
 * @param byPlayers all games, the most played first
 * @param owned games of which no edition may be shown
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
    // Games that nobody plays come last, whatever their genre.
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
