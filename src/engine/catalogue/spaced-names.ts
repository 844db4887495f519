import type { Steps } from '../../platform/in-turns.ts';
import type { Catalogue, CatalogueGame } from './catalogue.ts';
import { isWidelyPlayed } from './clear-owner.ts';
import { understandGame } from './understand-game.ts';

/** The most words of a text that is split at spaces. */
const MOST_WORDS = 10;

/** The most words of one name in it. */
const MOST_OF_NAME = 5;

/** A name of a list without separators, and its game. */
export interface SpacedName {
  text: string;
  game: CatalogueGame;
}

/**
 * The games of a text with nothing but spaces between their names: `gmod tf2`. Every word must belong to the name of a game that
 * is widely played, and a number alone is no name, so that an unknown sequel is not taken for two games.
 *
 * @returns undefined where the text is no such list
 */
export function* spacedNames(catalogue: Catalogue, text: string): Steps<SpacedName[] | undefined> {
  const words = text.split(/\s+/);
  if (words.length < 2 || words.length > MOST_WORDS) return undefined;
  // The best split of the last words, by the place of the first of them; the fewest names are best.
  const splits: (SpacedName[] | undefined)[] = Array.from({ length: words.length }, () => undefined);
  splits.push([]);
  for (let from = words.length - 1; from >= 0; from--) {
    for (let to = Math.min(words.length, from + MOST_OF_NAME); to > from; to--) {
      const rest = splits[to];
      const best = splits[from];
      if (rest === undefined || (best !== undefined && best.length <= rest.length + 1)) continue;
      if (from === 0 && to === words.length) continue;
      yield;
      const name = words.slice(from, to).join(' ');
      const game = widelyPlayed(catalogue, name);
      if (game !== undefined) splits[from] = [{ text: name, game }, ...rest];
    }
  }
  return splits[0];
}

function widelyPlayed(catalogue: Catalogue, name: string): CatalogueGame | undefined {
  if (/^\d+$/.test(name)) return undefined;
  const meaning = understandGame(catalogue, name);
  return meaning.kind === 'game' && isWidelyPlayed(meaning.game, catalogue.users) ? meaning.game : undefined;
}
