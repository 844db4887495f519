import { inTurns } from '../../platform/in-turns.ts';
import type { DataSet } from '../data-set/data-set.ts';
import { QuestionError } from '../data-set/question-error.ts';
import type { Catalogue, CatalogueGame } from './catalogue.ts';
import { catalogueOf } from './read-catalogue.ts';

/** The one game that a text stands for, if there is exactly one. */
function findGame(catalogue: Catalogue, typed: string): CatalogueGame | undefined {
  const found = catalogue.index.find(typed);
  return found === undefined ? undefined : catalogue.classified(found.gameId);
}

/**
 * The game that a name or an id stands for.
 *
 * @param asPartOf for the error: the option that the text came from, and the value of that option with
 *   another game's id in place of the text
 * @throws QuestionError `unknown-game` or `ambiguous-game`, with the games that may have been meant
 */
export async function resolveGame(
  dataSet: DataSet,
  typed: string,
  asPartOf: { option: string; value: (gameId: string) => string } = { option: 'game', value: (id) => id },
): Promise<CatalogueGame> {
  const catalogue = await catalogueOf(dataSet);
  const resolution = await inTurns(catalogue.index.resolve(typed));
  if (resolution.kind === 'found') return catalogue.classified(resolution.game.gameId)!;
  const meant = resolution.kind === 'ambiguous' ? resolution.games : resolution.suggestions;
  const about = {
    option: asPartOf.option,
    choices: meant.map(({ gameId, name, releaseYear, adult }) => ({
      name: releaseYear === null ? name : `${name} (${releaseYear})`,
      value: asPartOf.value(String(gameId)),
      adult,
      named: name,
    })),
  };
  if (resolution.kind === 'ambiguous') {
    throw new QuestionError('ambiguous-game', { name: typed }, namesOf(meant), about);
  }
  const to = dataSet.summary.span?.to.slice(0, 4) ?? '';
  throw new QuestionError('unknown-game', { name: typed, to }, namesOf(meant), about);
}

/** The most likes in one question. */
export const MOST_LIKES = 10;

/** The most parts, split at commas, that are tried as one name. */
const MOST_PARTS = 4;

/** The most parts of a typed list: those of as many games as may be named, each with commas in its name. */
const MOST_PARTS_OF_LIST = MOST_LIKES * MOST_PARTS;

/** The most characters of a typed list. Ten of the longest names in the real data have half of them. */
const LONGEST_LIST = 2_000;

/**
 * The games of a typed list of likes, separated by commas, each once. A name may contain commas itself
 * (`Warhammer 40,000: Dawn of War`): the longest run of parts that makes a game counts as one name.
 *
 * @throws QuestionError as {@link resolveGame}, or `too-many-likes`
 */
export async function resolveGames(dataSet: DataSet, typed: string): Promise<CatalogueGame[]> {
  const catalogue = await catalogueOf(dataSet);
  const entries = entriesOf(catalogue, typed);
  if (entries === null) throw new QuestionError('too-many-likes', { most: MOST_LIKES });
  const games = new Map<number, CatalogueGame>();
  for (const [place, entry] of entries.entries()) {
    const value = (gameId: string) =>
      entries.with(place, { text: gameId, game: null }).map(shortest).join(',');
    const game = entry.game ?? (await resolveGame(dataSet, entry.text, { option: 'likes', value }));
    games.set(game.gameId, game);
    if (games.size > MOST_LIKES) throw new QuestionError('too-many-likes', { most: MOST_LIKES });
  }
  return [...games.values()];
}

/** One entry of a typed list of games. */
export interface ListEntry {
  text: string;
  /** Null where the text stands for no game, or for several. */
  game: CatalogueGame | null;
}

/**
 * The entries of a typed list of games, separated by commas. Empty ones are left out.
 *
 * @returns null where the text is too long, or has too many parts, for a list of likes
 */
export function entriesOf(catalogue: Catalogue, typed: string): ListEntry[] | null {
  const parts = typed.split(',', MOST_PARTS_OF_LIST + 1);
  if (typed.length > LONGEST_LIST || parts.length > MOST_PARTS_OF_LIST) return null;
  const entries: ListEntry[] = [];
  for (let from = 0; from < parts.length; ) {
    const { entry, taken } = entryFrom(catalogue, parts, from);
    from += taken;
    if (entry.text !== '') entries.push(entry);
  }
  return entries;
}

/** The entry that begins with this part: the longest run of parts that stands for one game, or else this part alone. */
function entryFrom(
  catalogue: Catalogue,
  parts: readonly string[],
  from: number,
): { entry: ListEntry; taken: number } {
  for (let taken = Math.min(MOST_PARTS, parts.length - from); taken > 0; taken--) {
    const text = parts
      .slice(from, from + taken)
      .join(',')
      .trim();
    const game = text === '' ? undefined : findGame(catalogue, text);
    if (game !== undefined) return { entry: { text, game }, taken };
  }
  return { entry: { text: parts[from]!.trim(), game: null }, taken: 1 };
}

/** The shortest text for an entry: the id of its game, or else its own text. */
function shortest({ text, game }: ListEntry): string {
  return game === null ? text : String(game.gameId);
}

function namesOf(games: readonly { name: string }[]): string[] {
  return [...new Set(games.map(({ name }) => name))];
}
