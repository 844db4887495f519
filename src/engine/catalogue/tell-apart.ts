import { memoized } from '../../platform/memo.ts';
import { type Catalogue, type CatalogueGame, lookOf } from './catalogue.ts';

/** A game as it is told apart from others. */
type NamedGame = Pick<CatalogueGame, 'gameId' | 'name' | 'releaseYear'>;

/**
 * The text that tells a game apart from others of the same name and year: its developer, or else its id (`#480`). Undefined
 * where its name and year tell enough.
 */
export function tellsApart(catalogue: Catalogue, { gameId }: Pick<NamedGame, 'gameId'>): string | undefined {
  return apartIn(catalogue).get(gameId);
}

/**
 * The name of a game as a choice among several shows it: with its year, and where that does not tell it apart, with its
 * developer or id.
 */
export function nameAmongOthers(catalogue: Catalogue, game: NamedGame): string {
  const apart = [game.releaseYear, tellsApart(catalogue, game)].filter((part) => part != null);
  return apart.length === 0 ? game.name : `${game.name} (${apart.join(', ')})`;
}

const apartIn = memoized(({ games, sharedNames }: Catalogue): ReadonlyMap<number, string> => {
  const alike = new Map<string, CatalogueGame[]>();
  for (const game of games) {
    if (!sharedNames.has(game.name)) continue;
    const look = `${lookOf(game.name)}\n${game.releaseYear}`;
    alike.set(look, [...(alike.get(look) ?? []), game]);
  }
  const apart = new Map<number, string>();
  for (const group of alike.values()) {
    if (group.length < 2) continue;
    const developers = group.map((game) => game.developers[0]);
    for (const [place, { gameId }] of group.entries()) {
      const developer = developers[place];
      const tells =
        developer !== undefined && developers.indexOf(developer) === developers.lastIndexOf(developer);
      apart.set(gameId, tells ? developer : `#${gameId}`);
    }
  }
  return apart;
});
