import { isAdult } from './adult.ts';
import type { DescribedGame } from './described-game.ts';
import { editionKey } from './edition.ts';
import { seriesKeys } from './series.ts';
import { type ShownKind, shownKind } from './shown-kind.ts';

/** The properties of a game that decide whether and where it is shown. */
export interface Classification {
  kind: ShownKind;
  /** Whether the game is for adults. */
  adult: boolean;
  /** The key that all editions of one game share. */
  edition: string;
  /** The keys that the games of one series share. */
  series: string[];
}

/**
 * Classifies all games together, because a series is a thing that several games have in common.
 *
 * @returns classes by game id
 */
export function classifyGames(games: readonly DescribedGame[]): Map<number, Classification> {
  const series = seriesKeys(games);
  return new Map(
    games.map((game) => [
      game.id,
      {
        kind: shownKind(game),
        adult: isAdult(game),
        edition: editionKey(game.name),
        series: series.get(game.id)!,
      },
    ]),
  );
}

/** The edition keys of the games that may be recommended, by game id. */
export function editionsOfGames(classes: ReadonlyMap<number, Classification>): Map<number, string> {
  const games = [...classes].filter(([, { kind }]) => kind === 'game');
  return new Map(games.map(([id, { edition }]) => [id, edition]));
}
