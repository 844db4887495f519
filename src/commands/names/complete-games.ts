import { joined, own, type Plain, plain, plainLine } from '../../../locales/markdown.ts';
import type { Catalogue, CatalogueGame } from '../../engine/catalogue/catalogue.ts';
import { entriesOf, type ListEntry, MOST_LIKES } from '../../engine/catalogue/resolve-game.ts';
import type { SearchableGame } from '../../engine/search/game-index.ts';
import { inTurns } from '../../platform/in-turns.ts';
import type { Asker } from '../contract/asker.ts';
import { type Choice, MOST_CHOICES } from '../contract/command.ts';
import { VALUE_LENGTH } from '../contract/long-names.ts';
import { plainName } from '../message/embed-text.ts';

/** The games that the typed text may mean, best first. The value of a choice is the game's id. */
export async function completeGames(catalogue: Catalogue, typed: string, asker: Asker): Promise<Choice[]> {
  const games = await search(catalogue, typed, asker);
  return games.map((game) => ({
    name: shownName(catalogue, game, VALUE_LENGTH),
    value: String(game.gameId),
  }));
}

/**
 * The choices for a list of games whose last one is being typed. Each choice is the whole list, with another last game.
 * Where the names are too long for a choice, ids replace those of the earlier games, so that the list can grow further.
 */
export async function completeGameList(catalogue: Catalogue, typed: string, asker: Asker): Promise<Choice[]> {
  const entries = entriesOf(catalogue, typed);
  if (entries === null) return [];
  const { before, last } = await lastOf(catalogue, typed, entries);
  if (before.length >= MOST_LIKES) return [];
  const known = new Set(before.map(({ game }) => game?.gameId));
  const written = before.map((entry) => writtenEntry(catalogue, entry));
  const games = await search(catalogue, last, asker);
  return games
    .filter(({ gameId }) => !known.has(gameId))
    .flatMap((game) => {
      const entry = writtenEntry(catalogue, { text: '', game });
      const value = listValue(written, entry);
      return value === null ? [] : [{ name: listName(written, entry), value }];
    });
}

function search({ index }: Catalogue, typed: string, { ageRestricted }: Asker): Promise<SearchableGame[]> {
  return inTurns(index.complete(typed, MOST_CHOICES, { adult: ageRestricted }));
}

/** Splits a list into the finished entries and the text of the last, unfinished one. */
async function lastOf(
  catalogue: Catalogue,
  typed: string,
  entries: ListEntry[],
): Promise<{ before: ListEntry[]; last: string }> {
  if (typed.trimEnd().endsWith(',')) return { before: entries, last: '' };
  // An unfinished name with a comma in it falls apart at the comma. Text that begins a game's name is put together again.
  const unknown = entries.findIndex(({ game }) => game === null);
  const rest = entries
    .slice(unknown)
    .map(({ text }) => text)
    .join(', ');
  if (unknown >= 0 && unknown < entries.length - 1) {
    const begun = await inTurns(catalogue.index.complete(rest, 1));
    if (begun.length > 0) return { before: entries.slice(0, unknown), last: rest };
  }
  return { before: entries.slice(0, -1), last: entries.at(-1)?.text ?? '' };
}

/** The ways to write an entry of a list. */
interface WrittenEntry {
  /** The name for people. */
  shown: Plain;
  /** The shortest text that is read as this game. */
  id: string;
  /** The name if it is read as this game, else the id. */
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

/** The list as the option's value, with names or ids; null where even the ids are too long. */
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

/** Whether the name is read as this game when it stands in a list, between commas. */
function readsBack({ index }: Catalogue, { name, gameId }: SearchableGame): boolean {
  if (name.includes(',') || name !== plainName(name, VALUE_LENGTH)) return false;
  return index.find(name)?.gameId === gameId;
}

/** The list for people. Where not all names fit, ids replace the first ones. */
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
