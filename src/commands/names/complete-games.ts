import { joined, own, type Plain, plain, plainLine } from '../../../locales/markdown.ts';
import type { Catalogue, CatalogueGame } from '../../engine/catalogue/catalogue.ts';
import { entriesOf, type ListEntry, MOST_LIKES } from '../../engine/catalogue/resolve-game.ts';
import type { SearchableGame } from '../../engine/search/game-index.ts';
import type { Asker } from '../contract/asker.ts';
import type { Choice } from '../contract/command.ts';
import { VALUE_LENGTH } from '../contract/long-names.ts';
import { plainName } from '../message/embed-text.ts';
import { MOST_CHOICES } from './complete-names.ts';

/** The games that may be meant by what was typed so far, best first; each becomes its id. */
export function completeGames(catalogue: Catalogue, typed: string, asker: Asker): Choice[] {
  return search(catalogue, typed, asker).map((game) => ({
    name: shownName(catalogue, game, VALUE_LENGTH),
    value: String(game.gameId),
  }));
}

/**
 * A list of games of which the last is being typed: the choices are the whole list, each with another last game. Where the
 * names are too long for a choice, ids stand for the games before, so that the list can be gone on with.
 */
export function completeGameList(catalogue: Catalogue, typed: string, asker: Asker): Choice[] {
  const { before, last } = lastOf(catalogue, typed);
  if (before.length >= MOST_LIKES) return [];
  const known = new Set(before.map(({ game }) => game?.gameId));
  const written = before.map((entry) => writtenEntry(catalogue, entry));
  return search(catalogue, last, asker)
    .filter(({ gameId }) => !known.has(gameId))
    .flatMap((game) => {
      const entry = writtenEntry(catalogue, { text: '', game });
      const value = listValue(written, entry);
      return value === null ? [] : [{ name: listName(written, entry), value }];
    });
}

function search({ index }: Catalogue, typed: string, { ageRestricted }: Asker): SearchableGame[] {
  return index.complete(typed, MOST_CHOICES, { adult: ageRestricted });
}

/** The entries of a list that are done, and what was typed of the one that isn't. */
function lastOf(catalogue: Catalogue, typed: string): { before: ListEntry[]; last: string } {
  const entries = entriesOf(catalogue, typed);
  if (typed.trimEnd().endsWith(',')) return { before: entries, last: '' };
  // A name with a comma in it that isn't all there yet is cut at the comma: where it begins a game's name, it is one.
  const unknown = entries.findIndex(({ game }) => game === null);
  const rest = entries
    .slice(unknown)
    .map(({ text }) => text)
    .join(', ');
  if (unknown >= 0 && unknown < entries.length - 1 && catalogue.index.complete(rest, 1).length > 0) {
    return { before: entries.slice(0, unknown), last: rest };
  }
  return { before: entries.slice(0, -1), last: entries.at(-1)?.text ?? '' };
}

/** The ways to write an entry of a list. */
interface WrittenEntry {
  /** As people read it. */
  shown: Plain;
  /** As short as it is read back as the same game. */
  id: string;
  /** The name, where that is read back as the same game, else the id. */
  name: string;
}

function writtenEntry(
  catalogue: Catalogue,
  { text, game }: { text: string; game: SearchableGame | null },
): WrittenEntry {
  if (game === null) return { shown: plainName(text, VALUE_LENGTH), id: text, name: text };
  const id = String(game.gameId);
  return {
    shown: shownName(catalogue, game, VALUE_LENGTH),
    id,
    name: readsBack(catalogue, game) ? game.name : id,
  };
}

/** The list as an option: names where they fit and mean the same game again, else ids. */
function listValue(before: readonly WrittenEntry[], last: WrittenEntry): string | null {
  const names = before.map(({ name }) => name);
  const ids = before.map(({ id }) => id);
  const lists = [
    [...names, last.name].join(', '),
    [...ids, last.name].join(', '),
    [...ids, last.id].join(','),
  ];
  return lists.find(({ length }) => length <= VALUE_LENGTH) ?? null;
}

/** Whether the name, among others with commas between, is read as this game. */
function readsBack({ index }: Catalogue, { name, gameId }: SearchableGame): boolean {
  if (name.includes(',') || name !== plainName(name, VALUE_LENGTH)) return false;
  return index.find(name)?.gameId === gameId;
}

/** The list as people read it: ids stand for the first games where not all names fit. */
function listName(before: readonly WrittenEntry[], last: WrittenEntry): Plain {
  const parts = before.map(({ shown }) => shown);
  const list = () => joined([...parts, last.shown], ', ');
  for (const [place, { id }] of before.entries()) {
    if (list().length <= VALUE_LENGTH) break;
    parts[place] = plainLine(id);
  }
  return plainName(list(), VALUE_LENGTH);
}

/** The name of a game, with its year where another has the same name. */
function shownName(
  { sharedNames }: Catalogue,
  game: Pick<CatalogueGame, 'name' | 'releaseYear'>,
  most: number,
): Plain {
  const { name, releaseYear } = game;
  const year = sharedNames.has(name) && releaseYear !== null ? plain` (${releaseYear})` : own('');
  return plain`${plainName(name, most - year.length)}${year}`;
}
