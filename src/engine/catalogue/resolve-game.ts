import type { DataSet } from '../data-set/data-set.ts';
import { QuestionError } from '../data-set/question-error.ts';
import type { Catalogue, CatalogueGame } from './catalogue.ts';
import { catalogueOf } from './read-catalogue.ts';

/** A name as completion shows it where two games share it. */
const YEAR_AFTER_NAME = /^(?<name>.+) \((?<year>\d{4})\)$/su;

/** The game that was typed, where that is one game, its year perhaps after its name: `Prey (2017)`. */
function findGame(catalogue: Catalogue, typed: string): CatalogueGame | undefined {
  const found = catalogue.index.find(typed);
  if (found !== undefined) return catalogue.classified(found.gameId);
  const { name, year } = YEAR_AFTER_NAME.exec(typed.trim())?.groups ?? {};
  if (name === undefined) return undefined;
  return catalogue.games.find((game) => game.releaseYear === Number(year) && game.name.trim() === name);
}

/**
 * The game that was meant by a name or an id.
 *
 * @param asPartOf the option that is wrong where there is no such game, and what it becomes with another game's id
 * @throws QuestionError `unknown-game` or `ambiguous-game`, with what may have been meant
 */
export async function resolveGame(
  dataSet: DataSet,
  typed: string,
  asPartOf: { option: string; value: (gameId: string) => string } = { option: 'game', value: (id) => id },
): Promise<CatalogueGame> {
  const catalogue = await catalogueOf(dataSet);
  const game = findGame(catalogue, typed);
  if (game !== undefined) return game;
  const resolution = catalogue.index.resolve(typed);
  // What is found was found above.
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

/** So many games can be named as what somebody likes. */
export const MOST_LIKES = 10;

/**
 * The games that a list names, commas between, each once. A name that has a comma itself (`Warhammer 40,000: Dawn of War`) is
 * found, too: as many of the parts as make a game are taken together.
 *
 * @throws QuestionError as {@link resolveGame}, or `too-many-likes`
 */
export async function resolveGames(dataSet: DataSet, typed: string): Promise<CatalogueGame[]> {
  const catalogue = await catalogueOf(dataSet);
  const entries = entriesOf(catalogue, typed);
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

/** A part of a list of games as it is typed. */
export interface ListEntry {
  text: string;
  /** Null where it names none. */
  game: CatalogueGame | null;
}

/** What a list names, commas between. */
export function entriesOf(catalogue: Catalogue, typed: string): ListEntry[] {
  const parts = typed.split(',');
  const entries: ListEntry[] = [];
  for (let from = 0; from < parts.length; ) {
    const { entry, taken } = entryFrom(catalogue, parts, from);
    from += taken;
    if (entry.text !== '') entries.push(entry);
  }
  return entries;
}

/** A title has no more commas than this, of those that matter. */
const MOST_PARTS = 4;

/** The entry that begins with this part: as many parts as name one game, or one part. */
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

function shortest({ text, game }: ListEntry): string {
  return game === null ? text : String(game.gameId);
}

function namesOf(games: readonly { name: string }[]): string[] {
  return [...new Set(games.map(({ name }) => name))];
}
