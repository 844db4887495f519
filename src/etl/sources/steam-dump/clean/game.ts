import type { GameRecord } from '../../contract/records.ts';
import type { RawGame } from '../validate/game.ts';
import { LONGEST_NAME } from '../validate/name.ts';
import { splitDevelopers } from './developers.ts';
import { gameIdFromUrl, gameIdInAnyForm } from './game-id.ts';
import { priceInDollars } from './price.ts';
import { releaseDay } from './release-day.ts';
import { releaseYear } from './release-year.ts';
import { cleanText, cleanTexts } from './text.ts';

/** The entry of `specs` that marks an addition to another game. */
const DLC_SPEC = 'Downloadable Content';

/** The names of the rules that fill in or change a value. A refresh reports how often each was used. */
export type GameRule =
  | 'id-from-url'
  | 'id-in-another-form'
  | 'name-from-title'
  | 'genres-missing'
  | 'release-date-rewritten'
  | 'release-year-missing'
  | 'price-from-words'
  | 'price-unreadable'
  | 'developers-split'
  | 'developer-unreadable'
  | 'entities-decoded';

/**
 * Turns a raw game into the record that is loaded.
 *
 * @param used called with the name of each rule that was used
 * @returns null if neither `id` nor the address identifies the game
 */
export function cleanGame(raw: RawGame, used: (rule: GameRule) => void): GameRecord | null {
  const given =
    raw.id === undefined ? null : gameIdInAnyForm(String(raw.id), () => used('id-in-another-form'));
  const id = given ?? gameIdFromUrl(raw.url ?? '');
  if (id === null) return null;
  if (given === null) used('id-from-url');

  const appName = cleanText(raw.app_name ?? '');
  const title = cleanText(raw.title ?? '');
  if (appName === null && title !== null) used('name-from-title');

  const givenDate = cleanText(raw.release_date ?? '');
  const releaseDate = givenDate === null ? null : (releaseDay(givenDate) ?? givenDate);
  if (releaseDate !== givenDate) used('release-date-rewritten');
  const year = releaseDate === null ? null : releaseYear(releaseDate);
  if (year === null) used('release-year-missing');

  const genres = cleanTexts(raw.genres ?? []);
  if (genres.length === 0) used('genres-missing');
  const specs = cleanTexts(raw.specs ?? []);
  const named = splitDevelopers(raw.developer ?? '');
  const developers = named.filter(({ length }) => length <= LONGEST_NAME);
  if (developers.length < named.length) used('developer-unreadable');
  if (developers.length > 1) used('developers-split');
  if (typeof raw.price === 'string') used('price-from-words');
  const price = raw.price === undefined ? null : priceInDollars(raw.price);
  if (typeof raw.price === 'number' && price === null) used('price-unreadable');
  if (hasEntity(raw)) used('entities-decoded');

  return {
    id,
    name: appName ?? title,
    releaseDate,
    releaseYear: year,
    genres,
    tags: cleanTexts(raw.tags ?? []),
    specs,
    developers,
    publisher: cleanText(raw.publisher ?? ''),
    price,
    earlyAccess: raw.early_access ?? false,
    dlc: specs.includes(DLC_SPEC),
  };
}

/** Whether one of the texts that are shown seems to hold an HTML entity, such as `&amp;`. */
function hasEntity(raw: RawGame): boolean {
  const texts = [
    raw.app_name,
    raw.title,
    raw.developer,
    raw.publisher,
    ...(raw.genres ?? []),
    ...(raw.tags ?? []),
  ];
  return texts.some((text) => text !== undefined && /&#?\w+;/.test(text));
}
