import type { Markdown, Plain } from '../../../locales/markdown.ts';
import type { Words } from '../../../locales/words.ts';
import type { UnderstoodName } from '../../engine/catalogue/resolve-game.ts';
import type { Naming } from './reason-words.ts';

/** The parts of an answer that say how typed names of games were read. */
interface ReadNames {
  /** Short names and nicknames, with the games that were understood by them. */
  understood?: readonly UnderstoodName[] | undefined;
  /** The names that the data does not have, and the year with which its games end; an empty one is not known. */
  unknown?: { names: readonly string[]; to: string } | undefined;
}

/**
 * The notes on typed names, a sentence each: the games that were understood by short names, and the names that were left out.
 * None where every name was a game's own.
 */
export function understoodWords<Text extends Markdown | Plain>(
  { understood = [], unknown }: ReadNames,
  naming: Naming<Text>,
  words: Words,
): Text[] {
  const by = understood.map(({ typed, ...game }, place) =>
    naming.say(place === 0 ? 'understood.first' : 'understood.next', {
      typed: naming.text(typed),
      game: naming.game(game),
    }),
  );
  const notes = by.length === 0 ? [] : [naming.say('understood.all', { understood: naming.all(by) })];
  if (unknown === undefined) return notes;
  const names = naming.all(unknown.names.map((name) => words.quoted(naming.text(name))));
  const to = naming.text(unknown.to === '' ? 'none' : unknown.to);
  return [...notes, naming.say('understood.unknown', { names, to })];
}

/**
 * The same naming, with short names as they were typed: the note on them says which games they are, and a phone has no room for
 * long names in every line.
 */
export function asTyped<Text extends Markdown | Plain>(
  naming: Naming<Text>,
  understood: readonly UnderstoodName[] = [],
): Naming<Text> {
  const shorter = understood.filter(({ typed, name }) => typed.length < name.length);
  const typedFor = new Map(shorter.map(({ gameId, typed }) => [gameId, typed]));
  return {
    ...naming,
    game: (game, most) => {
      const typed = typedFor.get(game.gameId);
      return typed === undefined ? naming.game(game, most) : naming.text(typed);
    },
  };
}
