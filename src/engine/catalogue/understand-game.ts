import { foldWords } from '../search/fold.ts';
import type { SearchableGame } from '../search/game-index.ts';
import { LONGEST_TYPED } from '../search/written-names.ts';
import type { Catalogue, CatalogueGame } from './catalogue.ts';
import { MARGIN, meaningOf } from './clear-owner.ts';
import { titleOfNickname } from './nicknames.ts';
import type { ShortNameFit } from './short-names.ts';
import { withIdsForAddresses } from './steam-address.ts';
import { plainWords } from './title-fit.ts';

/** The meaning of a text that should name a game. */
export type Understood =
  /** One game. `told`: the text is a short name or a nickname, so the answer says which game was understood. */
  | { kind: 'game'; game: CatalogueGame; told: boolean }
  /** One of these games, the most played first; the asker has to say which. */
  | { kind: 'doubtful'; games: readonly CatalogueGame[] }
  | { kind: 'unknown' };

/** A name with a year after it, in brackets or not. */
const YEAR_AFTER_NAME = /^(?<name>\S.{0,200}?)\s+\(?(?<year>(?:19|20)\d\d)\)?$/u;

/**
 * The game that a text stands for: an id, an address of the store, a name as it is written or in another writing, a nickname,
 * or a short name that one game clearly owns. It costs at most a few milliseconds, and no typos are corrected.
 */
export function understandGame(catalogue: Catalogue, typed: string): Understood {
  const text = withIdsForAddresses(typed).trim();
  const named = findNamed(catalogue, text);
  if (named !== undefined && isSameName(named, text)) return { kind: 'game', game: named, told: false };
  const title = titleOfNickname(text);
  if (title === undefined) return understandShortName(catalogue, text, named);
  const meant = findNamed(catalogue, title);
  return meant === undefined
    ? understandShortName(catalogue, title, undefined)
    : { kind: 'game', game: meant, told: true };
}

/** The game with this name as it is written, id or address; undefined for any other text. */
export function findGame(catalogue: Catalogue, typed: string): CatalogueGame | undefined {
  const text = withIdsForAddresses(typed).trim();
  const named = findNamed(catalogue, text);
  return named !== undefined && isSameName(named, text) ? named : undefined;
}

/** The meaning of the beginnings of titles that a list would split, as its parts; undefined where there is no such title. */
export function understandSplit(catalogue: Catalogue, parts: readonly string[]): Understood | undefined {
  const { owner, games } = meaningOf(catalogue.splitTitles.fits(parts), catalogue.users);
  if (owner !== undefined) return { kind: 'game', game: catalogue.classified(owner.gameId)!, told: true };
  return games.length === 0 ? undefined : { kind: 'doubtful', games: inCatalogue(catalogue, games) };
}

function findNamed(catalogue: Catalogue, text: string): CatalogueGame | undefined {
  const found = text === '' ? undefined : (catalogue.index.find(text) ?? findOfYear(catalogue, text));
  return found === undefined ? undefined : catalogue.classified(found.gameId);
}

/** The game with the release year after its name, in whatever writing: `doom 2016`. */
function findOfYear({ index }: Catalogue, text: string): SearchableGame | undefined {
  const { name, year } = YEAR_AFTER_NAME.exec(text)?.groups ?? {};
  const named = name === undefined ? undefined : index.find(name);
  return named === undefined ? undefined : index.find(`${named.name} (${year})`);
}

/** @param named the game whose name differs from the text in spaces or word order alone, if there is one */
function understandShortName(
  catalogue: Catalogue,
  text: string,
  named: CatalogueGame | undefined,
): Understood {
  const fits = catalogue.shortNames.fits(text).filter(({ game }) => game.edition !== named?.edition);
  if (named !== undefined && !isPassedOver(named, fits, text))
    return { kind: 'game', game: named, told: false };
  const { owner, games, known } = meaningOf(fits, catalogue.users);
  if (owner !== undefined) {
    const game = catalogue.classified(owner.gameId)!;
    return { kind: 'game', game, told: !isSameName(game, text) };
  }
  const others = named === undefined ? games : [...games, named];
  if (known) return { kind: 'doubtful', games: inCatalogue(catalogue, others) };
  return named === undefined ? { kind: 'unknown' } : { kind: 'game', game: named, told: false };
}

/**
 * Whether a game whose name differs from the text in a sign, in spaces or in word order is not the one that is meant: `ark` is
 * not AR-K, because ARK: Survival Evolved has the very word and far more players.
 */
function isPassedOver(named: CatalogueGame, fits: readonly ShortNameFit[], text: string): boolean {
  const [first = ''] = foldWords(text.slice(0, LONGEST_TYPED));
  const rival = fits.find(({ game }) => foldWords(game.name).includes(first));
  return rival !== undefined && rival.game.players >= MARGIN * named.players;
}

function inCatalogue(catalogue: Catalogue, games: readonly { gameId: number }[]): CatalogueGame[] {
  return games.flatMap(({ gameId }) => catalogue.classified(gameId) ?? []);
}

/** Whether the text is an id, or has the words of the game's name in their order; a year after the name may be left out. */
function isSameName({ name, releaseYear }: CatalogueGame, text: string): boolean {
  if (text === name || /^\d{1,10}$/.test(text)) return true;
  const words = wordsOfName(text);
  return words === wordsOfName(name) || words === wordsOfName(`${name} (${releaseYear})`);
}

function wordsOfName(text: string): string {
  const words = plainWords(foldWords(text.slice(0, LONGEST_TYPED)));
  return words.join(' ').replace(/^the /, '');
}
