import { adultGames } from './adult.ts';
import { BaseGames } from './base-games.ts';
import type { DescribedGame } from './described-game.ts';
import { editionKey } from './edition.ts';
import { isPartOfGame, namesMode } from './part-of-game.ts';
import { seriesKeys } from './series.ts';
import { type ShownKind, shownKind } from './shown-kind.ts';

/** The properties of a game that decide whether and where it is shown. */
export interface Classification {
  kind: ShownKind;
  /** Whether the game is for adults, or belongs to one that is. */
  adult: boolean;
  /** The key that all editions of one game share. */
  edition: string;
  /** The keys that the games of one series share. */
  series: string[];
}

/**
 * Classifies all games together, because a series is a thing that several games have in common, and a part or an addition
 * takes after the game that it belongs to.
 *
 * @returns classes by game id
 */
export function classifyGames(games: readonly DescribedGame[]): Map<number, Classification> {
  const series = seriesKeys(games);
  const kinds = new Map(games.map((game) => [game.id, shownKind(game)]));
  const editions = new Map(games.map(({ id, name }) => [id, editionKey(name)]));
  const whole = games.filter(({ id, name }) => kinds.get(id) === 'game' && !namesMode(name));
  const bases = new BaseGames(whole, editions);
  for (const game of games) {
    if (kinds.get(game.id) === 'game' && isPartOfGame(game, bases, editions)) kinds.set(game.id, 'part');
  }
  const isGame = ({ id }: DescribedGame) => kinds.get(id) === 'game';
  const adult = adultGames(games, isGame, bases, editions);
  return new Map(
    games.map((game) => [
      game.id,
      {
        kind: kinds.get(game.id)!,
        adult: adult.has(game.id),
        edition: editions.get(game.id)!,
        series: series.get(game.id)!,
      },
    ]),
  );
}
