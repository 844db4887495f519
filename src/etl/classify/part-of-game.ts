import type { BaseGames } from './base-games.ts';
import type { DescribedGame } from './described-game.ts';
import { plainTitle } from './plain-title.ts';

/** Matches the end of a plain title that names a way to play the game of the same title. */
const MODE = /\W(?:multi[ -]?player|single[ -]?player|zombies)(?: (?:mod|osx|mac))?$/;

/** Matches the rest of a title, as plain words, after the title of the game of which it is a way to play. */
const ONLY_MODE = /^(?:multi ?player|single ?player|zombies)(?: (?:mod|osx|mac))?$/;

/** Matches a plain title, or the rest of it after the title of a game, that names a part of that game. */
const PART = /\bpacks?\b|\b(?:add[ -]?ons?|expansion|skins?|costumes?|tools?|kit)$/;

/** Matches the rest of a title that names several whole games, sold together. */
const SEVERAL_GAMES = /\b(?:double|triple|trilogy|party)\b/;

/**
 * Whether something with the kind of a game is only a part of one, by its title: `<game> - Multiplayer`, `<game> … Pack`.
 * There must be a game of that title beside it.
 *
 * @param bases the games that it may be a part of
 * @param editions the edition key of each game, by its id
 */
export function isPartOfGame(
  game: DescribedGame,
  bases: BaseGames,
  editions: ReadonlyMap<number, string>,
): boolean {
  const title = plainTitle(game.name);
  const mode = MODE.exec(title);
  if (mode === null && !PART.test(title)) return false;
  const addition = bases.additionTo(game);
  if (addition !== null) {
    const rest = addition.rest.join(' ');
    if (ONLY_MODE.test(rest)) return true;
    // `Gold Pack` names an edition of the whole game.
    const isEdition = editions.get(game.id) === editions.get(addition.base.id);
    if (!isEdition && PART.test(rest) && !SEVERAL_GAMES.test(rest)) return true;
  }
  if (mode === null || game.recorded) return false;
  // A mode without a record may be that of an edition, whose title goes on in another way.
  const before = title.slice(0, mode.index);
  return /\s[-–—]$/.test(before) && bases.someBeginsWith(before);
}

/** Whether a title ends with a way to play a game, such as `- Multiplayer`. */
export function namesMode(name: string): boolean {
  return MODE.test(plainTitle(name));
}
