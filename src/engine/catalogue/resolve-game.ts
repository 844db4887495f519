import { inTurns } from '../../platform/in-turns.ts';
import type { DataSet } from '../data-set/data-set.ts';
import { QuestionError, severalErrors, type WrongOption } from '../data-set/question-error.ts';
import { foldName } from '../search/fold.ts';
import { lettersChanged } from '../search/letters-changed.ts';
import { LONGEST_TYPED } from '../search/written-names.ts';
import type { Catalogue, CatalogueGame } from './catalogue.ts';
import { lastReleaseYear } from './last-release-year.ts';
import { withoutLeadIn } from './lead-in.ts';
import { entriesOf, type ListEntry, MOST_LIKES } from './list-of-games.ts';
import { catalogueOf } from './read-catalogue.ts';
import { nameAmongOthers } from './tell-apart.ts';
import { plainWords } from './title-fit.ts';
import { findGame, type Understood, understandGame } from './understand-game.ts';

/** A short name or a nickname, and the game that was understood by it. */
export interface UnderstoodName {
  typed: string;
  gameId: string;
  name: string;
}

/** The games of a typed list of likes, and the notes that the answer gives on them. */
export interface UnderstoodLikes {
  /** Each once, one at least. */
  games: CatalogueGame[];
  /** The short names, with the games that were understood by them. */
  understood: UnderstoodName[];
  /** The names that stand for no game of the data, as they were typed. They are left out. */
  unknown: string[];
}

/** The most games that the words of an error name. */
const MOST_NAMED = 5;

/** The most games among which the asker is asked to choose: one of Discord's menus holds no more. */
const MOST_CHOICES = 25;

/** The most characters of a choice's value in Discord. A longer one leaves out the names that are unknown. */
const LONGEST_VALUE = 100;

/** The most names of a list for which similar games are looked up. Each costs some milliseconds. */
const MOST_LOOKED_UP = 10;

/** An option that holds a typed name, and the value of the option with another text in place of the name. */
interface Place {
  option: string;
  value(text: string): string;
}

/** A name that stands for no one game. */
interface WrongName {
  error: QuestionError;
  /** Whether the asker has to choose. Else the name is unknown, and no game of the data was meant by it. */
  doubtful: boolean;
}

/**
 * The game that a name, an id or an address of the store stands for.
 *
 * @returns `understood` where the text is a short name or a nickname
 * @throws QuestionError `unknown-game` or `ambiguous-game`, with the games that may have been meant
 */
export async function resolveGame(
  dataSet: DataSet,
  typed: string,
): Promise<{ game: CatalogueGame; understood?: UnderstoodName }> {
  const catalogue = await catalogueOf(dataSet);
  const text = withoutLeadIn(typed, (name) => findGame(catalogue, name) !== undefined);
  const meaning = understandGame(catalogue, text);
  if (meaning.kind !== 'game') {
    throw (await wrongName(catalogue, text, meaning, { option: 'game', value: (name) => name })).error;
  }
  const { game, told } = meaning;
  return { game, ...(told ? { understood: nameUnderstood(text.trim(), game) } : {}) };
}

/**
 * The games of a typed list of likes. A name that is unknown is left out, unless it may be a slip of the pen.
 *
 * @throws QuestionError `unknown-game` or `ambiguous-game` with all doubtful names as its parts, or with all unknown ones
 *   where nothing was understood; `too-many-likes`; `user-or-likes` for a list without names
 */
export async function resolveLikes(dataSet: DataSet, typed: string): Promise<UnderstoodLikes> {
  const catalogue = await catalogueOf(dataSet);
  const entries = await inTurns(entriesOf(catalogue, typed));
  if (entries === null) throw new QuestionError('too-many-likes', { most: MOST_LIKES });
  if (entries.length === 0) throw new QuestionError('user-or-likes', {});
  const games = new Map<number, CatalogueGame>();
  const likes: Omit<UnderstoodLikes, 'games'> = { understood: [], unknown: [] };
  for (const { text, meaning } of entries) {
    if (meaning.kind === 'unknown') likes.unknown.push(text);
    if (meaning.kind !== 'game') continue;
    const { game, told } = meaning;
    games.set(game.gameId, game);
    if (told) likes.understood.push(nameUnderstood(text, game));
  }
  if (games.size > MOST_LIKES) throw new QuestionError('too-many-likes', { most: MOST_LIKES });
  const wrong = await wrongNames(catalogue, entries);
  const doubts = wrong.filter(({ doubtful }) => doubtful);
  if (doubts.length > 0) {
    // A menu for a name that nobody can mean would only stand in the way of the others.
    const unknown = wrong.filter(({ doubtful }) => !doubtful).map(({ error }) => withoutChoices(error));
    throw severalErrors([...doubts.map(({ error }) => error), ...unknown]);
  }
  if (games.size === 0) throw severalErrors(wrong.map(({ error }) => error));
  return { games: [...games.values()], ...likes };
}

function nameUnderstood(typed: string, { gameId, name }: CatalogueGame): UnderstoodName {
  return { typed, gameId: String(gameId), name };
}

/** The names of a list that stand for no one game, in their order. */
async function wrongNames(catalogue: Catalogue, entries: readonly ListEntry[]): Promise<WrongName[]> {
  const wrong: WrongName[] = [];
  for (const [place, { text, meaning }] of entries.entries()) {
    if (meaning.kind === 'game') continue;
    const value = (instead: string) => listWith(entries, place, instead);
    wrong.push(
      wrong.length < MOST_LOOKED_UP
        ? await wrongName(catalogue, text, meaning, { option: 'likes', value })
        : { error: unknownGame(catalogue, text), doubtful: false },
    );
  }
  return wrong;
}

async function wrongName(
  catalogue: Catalogue,
  text: string,
  meaning: Exclude<Understood, { kind: 'game' }>,
  place: Place,
): Promise<WrongName> {
  if (meaning.kind === 'doubtful') {
    return { error: ambiguousGame(catalogue, text, meaning.games, place), doubtful: true };
  }
  const resolution = await inTurns(catalogue.index.resolve(text));
  const known = (games: readonly { gameId: number }[]) =>
    games.flatMap(({ gameId }) => catalogue.classified(gameId) ?? []);
  if (resolution.kind === 'found') {
    return { error: ambiguousGame(catalogue, text, known([resolution.game]), place), doubtful: true };
  }
  if (resolution.kind === 'ambiguous') {
    return { error: ambiguousGame(catalogue, text, known(resolution.games), place), doubtful: true };
  }
  const suggestions = known(resolution.suggestions);
  const doubtful = suggestions.some(({ name }) => isSlip(text, name));
  return { error: unknownGame(catalogue, text, suggestions, place), doubtful };
}

function ambiguousGame(
  catalogue: Catalogue,
  name: string,
  games: readonly CatalogueGame[],
  place: Place,
): QuestionError {
  if (games.length === 1) return unknownGame(catalogue, name, games, place);
  return new QuestionError('ambiguous-game', { name }, namesOf(games), choicesAmong(catalogue, games, place));
}

function unknownGame(
  catalogue: Catalogue,
  name: string,
  suggestions: readonly CatalogueGame[] = [],
  place: Place | null = null,
): QuestionError {
  const to = endOfGames(catalogue);
  const about = place === null ? null : choicesAmong(catalogue, suggestions, place);
  return new QuestionError('unknown-game', { name, to }, namesOf(suggestions), about);
}

function withoutChoices({ code, values }: QuestionError): QuestionError {
  return new QuestionError(code, values);
}

function choicesAmong(
  catalogue: Catalogue,
  games: readonly CatalogueGame[],
  { option, value }: Place,
): WrongOption {
  return {
    option,
    choices: games.slice(0, MOST_CHOICES).map((game) => ({
      name: nameAmongOthers(catalogue, game),
      value: value(String(game.gameId)),
      adult: game.adult,
      named: game.name,
    })),
  };
}

function namesOf(games: readonly CatalogueGame[]): string[] {
  return [...new Set(games.map(({ name }) => name))].slice(0, MOST_NAMED);
}

/** The list with another text in place of one entry. Ids stand for the games that were understood, because they are short. */
function listWith(entries: readonly ListEntry[], place: number, instead: string): string {
  const written = entries.map(({ text, meaning }, each) => {
    if (each === place) return { text: instead, needed: true };
    if (meaning.kind === 'game') return { text: String(meaning.game.gameId), needed: true };
    return { text, needed: meaning.kind === 'doubtful' };
  });
  const join = (some: readonly { text: string }[]) => some.map(({ text }) => text).join(',');
  const all = join(written);
  return all.length <= LONGEST_VALUE ? all : join(written.filter(({ needed }) => needed));
}

/** The least letters of a text in which one letter, or two, may be wrong. */
const FORGIVE = { one: 4, two: 8 } as const;

/** The least share, 0 to 1, of a title's letters that an unknown name must have to be asked for: `minecraft` has too few. */
const LEAST_OF_TITLE = 0.5;

/** Whether a text may be a slip of the pen for a title, for its beginning or a later part of it, or has most of a title. */
function isSlip(typed: string, title: string): boolean {
  const wanted = foldName(typed.slice(0, LONGEST_TYPED));
  const { words, joined } = foldName(title);
  // Another number is another game: Baldur's Gate 3 is not Baldur's Gate II.
  const numbers = plainWords(wanted.words).filter((word) => /^\d+$/.test(word));
  const ofTitle = plainWords(words);
  if (numbers.some((number) => !ofTitle.includes(number))) return false;
  const { length } = wanted.joined;
  const most = length >= FORGIVE.two ? 2 : length >= FORGIVE.one ? 1 : 0;
  return words.some((_, from) => {
    const changed = lettersChanged(wanted.joined, words.slice(from).join(''), most, true);
    return changed > 0 ? changed <= most : length >= LEAST_OF_TITLE * joined.length;
  });
}

/** The year with which the games of the data end, for the note on unknown names; empty where no game has a year. */
export function endOfGames(catalogue: Catalogue): string {
  return String(lastReleaseYear(catalogue) ?? '');
}
