import type { Steps } from '../../platform/in-turns.ts';
import type { Catalogue } from './catalogue.ts';
import { withoutLeadIn } from './lead-in.ts';
import { spacedNames } from './spaced-names.ts';
import { type Part, partsOf } from './split-list.ts';
import { withIdsForAddresses } from './steam-address.ts';
import { findGame, type Understood, understandGame, understandSplit } from './understand-game.ts';

/** The most likes in one question. */
export const MOST_LIKES = 10;

/** The most parts, split at separators, that are tried as one name. */
export const MOST_PARTS = 4;

/** The most parts of a typed list: those of as many games as may be named, each with separators in its name. */
const MOST_PARTS_OF_LIST = MOST_LIKES * MOST_PARTS;

/** The most characters of a typed list. Ten of the longest names in the real data have half of them. */
const LONGEST_LIST = 2_000;

/** The sign before an entry of a list with a line for each. */
const BULLET = /^[-*•·]\s+/;

/** One entry of a typed list of games. */
export interface ListEntry {
  /** The text as it was typed, without the spaces around it. */
  text: string;
  meaning: Understood;
}

/**
 * The entries of a typed list of games. A name may contain separators itself (`Papers, Please`; `Command & Conquer`): the
 * longest run of parts that makes a name counts as one entry.
 *
 * @returns null where the text is too long, or has too many parts, for a list of likes
 */
export function* entriesOf(catalogue: Catalogue, typed: string): Steps<ListEntry[] | null> {
  if (typed.length > LONGEST_LIST) return null;
  const text = withoutLeadIn(withIdsForAddresses(typed), (whole) => isName(catalogue, whole));
  const parts = partsOf(text, MOST_PARTS_OF_LIST);
  if (parts === null) return null;
  const entries: ListEntry[] = [];
  for (let place = 0; place < parts.length; ) {
    yield;
    const { entry, taken } = yield* entryFrom(catalogue, text, parts.slice(place, place + MOST_PARTS));
    const isOnly = parts.length === 1 && entry.meaning.kind === 'unknown';
    const spaced = isOnly ? yield* spacedNames(catalogue, entry.text) : undefined;
    // The answer names all of them, since the text may have meant one game that the data does not have.
    if (spaced === undefined) entries.push(entry);
    else {
      for (const { text: name, game } of spaced) {
        entries.push({ text: name, meaning: { kind: 'game', game, told: true } });
      }
    }
    place += taken;
  }
  return entries;
}

/** Whether the text, or its part up to the first separator, is the name of a game. */
function isName(catalogue: Catalogue, text: string): boolean {
  const [first] = partsOf(text, MOST_PARTS_OF_LIST) ?? [];
  return [text, text.slice(0, first?.to)].some((name) => findGame(catalogue, name) !== undefined);
}

/** The entry that begins with the first of these parts, and the number of parts that it takes. */
function* entryFrom(
  catalogue: Catalogue,
  text: string,
  parts: readonly Part[],
): Steps<{ entry: ListEntry; taken: number }> {
  const run = (taken: number) => text.slice(parts[0]!.from, parts[taken - 1]!.to).trim();
  for (let taken = parts.length; taken > 1; taken--) {
    yield;
    const game = findGame(catalogue, run(taken));
    if (game !== undefined) {
      return { entry: { text: run(taken), meaning: { kind: 'game', game, told: false } }, taken };
    }
  }
  for (let taken = parts.length; taken > 1; taken--) {
    yield;
    const texts = parts.slice(0, taken).map(({ from, to }) => text.slice(from, to));
    const meaning = understandSplit(catalogue, texts);
    if (meaning !== undefined) return { entry: { text: run(taken), meaning }, taken };
  }
  yield;
  const alone = run(1).replace(BULLET, '');
  return { entry: { text: alone, meaning: understandGame(catalogue, alone) }, taken: 1 };
}
