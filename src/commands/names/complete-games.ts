import { joined, own, type Plain, plain, plainLine } from '../../../locales/markdown.ts';
import type { Catalogue, CatalogueGame } from '../../engine/catalogue/catalogue.ts';
import { entriesOf, type ListEntry, MOST_LIKES, MOST_PARTS } from '../../engine/catalogue/list-of-games.ts';
import { endsWithSeparator, isSplit } from '../../engine/catalogue/split-list.ts';
import { tellsApart } from '../../engine/catalogue/tell-apart.ts';
import { understandGame } from '../../engine/catalogue/understand-game.ts';
import type { SearchableGame } from '../../engine/search/game-index.ts';
import { inTurns } from '../../platform/in-turns.ts';
import type { Asker } from '../contract/asker.ts';
import { type Choice, MOST_CHOICES } from '../contract/command.ts';
import { VALUE_LENGTH } from '../contract/long-names.ts';
import { plainName } from '../message/embed-text.ts';

/** The most characters of a developer's name that tell a game apart. */
const LONGEST_APART = 30;

/** The games that the typed text may mean, best first. The value of a choice is the game's id. */
export async function completeGames(catalogue: Catalogue, typed: string, asker: Asker): Promise<Choice[]> {
  const games = await search(catalogue, typed, asker);
  return games.map((game) => ({
    name: shownName(catalogue, game, VALUE_LENGTH),
    value: String(game.gameId),
  }));
}

/**
 * The choices for a list of games whose last one is being typed. Each choice is the whole list, with another last game: what
 * was typed before it stays. Where the names are too long for a choice, ids replace those of the earlier games, so that the
 * list can grow further.
 */
export async function completeGameList(catalogue: Catalogue, typed: string, asker: Asker): Promise<Choice[]> {
  const entries = await inTurns(entriesOf(catalogue, typed));
  if (entries === null) return [];
  const isFinished = endsWithSeparator(typed);
  const before = isFinished ? entries : entries.slice(0, -1);
  const last = isFinished ? '' : (entries.at(-1)?.text ?? '');
  const choices = [
    ...(isFinished ? [] : completeSplit(catalogue, entries, asker)),
    ...listChoices(catalogue, before, await search(catalogue, last, asker)),
  ];
  const values = new Set<string>();
  return choices.filter(({ value }) => !values.has(value) && values.add(value)).slice(0, MOST_CHOICES);
}

/** The choices where the last entries are the beginning of one title with separators in it: `papers, pl`. */
function completeSplit(
  catalogue: Catalogue,
  entries: readonly ListEntry[],
  { ageRestricted }: Asker,
): ListChoice[] {
  for (let from = Math.max(0, entries.length - MOST_PARTS); from < entries.length - 1; from++) {
    const parts = entries.slice(from).map(({ text }) => text);
    const games = catalogue.splitTitles
      .fits(parts, true)
      .flatMap(({ game }) => catalogue.classified(game.gameId) ?? [])
      .filter(({ adult }) => ageRestricted || !adult);
    if (games.length > 0) return listChoices(catalogue, entries.slice(0, from), games);
  }
  return [];
}

/** A choice of a list of games. */
interface ListChoice {
  name: Plain;
  value: string;
}

/** The lists of the finished entries with each of these games after them. A list is left out where even its ids are too long. */
function listChoices(
  catalogue: Catalogue,
  before: readonly ListEntry[],
  games: readonly SearchableGame[],
): ListChoice[] {
  if (before.length >= MOST_LIKES) return [];
  const known = new Set(
    before.flatMap(({ meaning }) => (meaning.kind === 'game' ? [meaning.game.gameId] : [])),
  );
  const written = before.map((entry) => writtenEntry(catalogue, entry));
  return games
    .filter(({ gameId }) => !known.has(gameId))
    .flatMap((game) => {
      const entry = writtenGame(catalogue, game);
      const value = listValue(written, entry);
      return value === null ? [] : [{ name: listName(written, entry), value }];
    });
}

/** The games that the typed text may mean, best first. A game that the text is a short name of comes before all others. */
async function search(catalogue: Catalogue, typed: string, asker: Asker): Promise<SearchableGame[]> {
  const adult = asker.ageRestricted;
  const found = await inTurns(catalogue.index.complete(typed, MOST_CHOICES, { adult }));
  const meaning = understandGame(catalogue, typed);
  if (meaning.kind !== 'game' || !meaning.told || (meaning.game.adult && !adult)) return found;
  const { game } = meaning;
  return [game, ...found.filter(({ gameId }) => gameId !== game.gameId)].slice(0, MOST_CHOICES);
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

/** A finished entry. A short name stays as it was typed, and so does a name that may mean several games or none. */
function writtenEntry(catalogue: Catalogue, { text, meaning }: ListEntry): WrittenEntry {
  if (meaning.kind === 'game' && !meaning.told) return writtenGame(catalogue, meaning.game);
  const shown = plainName(text, VALUE_LENGTH);
  return { shown, name: text, id: meaning.kind === 'game' ? String(meaning.game.gameId) : text };
}

function writtenGame(catalogue: Catalogue, game: SearchableGame): WrittenEntry {
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

/** Whether the name is read as this game when it stands in a list, between separators. */
function readsBack({ index }: Catalogue, { name, gameId }: SearchableGame): boolean {
  if (isSplit(name) || name !== plainName(name, VALUE_LENGTH)) return false;
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

/** The name of a game, with what tells it apart where another has the same name: its year, its developer or its id. */
function shownName(
  catalogue: Catalogue,
  game: Pick<CatalogueGame, 'gameId' | 'name' | 'releaseYear'>,
  most: number,
): Plain {
  const { name, releaseYear } = game;
  const year = catalogue.sharedNames.has(name) && releaseYear !== null ? [plain`${releaseYear}`] : [];
  const other = tellsApart(catalogue, game);
  const apart = [...year, ...(other === undefined ? [] : [plainName(other, LONGEST_APART)])];
  const after = apart.length === 0 ? own('') : plain` (${joined(apart, ', ')})`;
  return plain`${plainName(name, most - after.length)}${after}`;
}
