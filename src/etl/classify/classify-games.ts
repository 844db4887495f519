import { isAdult } from './adult.ts';
import type { DescribedGame } from './described-game.ts';
import { editionKey } from './edition.ts';
import { seriesKeys } from './series.ts';
import { type ShownKind, shownKind } from './shown-kind.ts';

/** What a game is, for those who choose what is shown. */
export interface Classification {
  kind: ShownKind;
  adult: boolean;
  edition: string;
  series: string[];
}

/** Classifies all games together (a series is what several of them have in common), by id. */
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

/** The edition keys, by id, of what may be recommended. */
export function editionsOfGames(classes: ReadonlyMap<number, Classification>): Map<number, string> {
  const games = [...classes].filter(([, { kind }]) => kind === 'game');
  return new Map(games.map(([id, { edition }]) => [id, edition]));
}
