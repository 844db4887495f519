import { romanNumbers, wordsOf } from '../../platform/plain-text.ts';
import { plainTitle } from './plain-title.ts';

/**
 * Words that belong to an edition where they stand before `edition`. Any other word there is a part of the
 * title (`Dark Parables: …`).
 */
const BEFORE_ANY =
  'digital|deluxe|gold|complete|classic|free|steam|special|full|hd|vr|mac|extended|enhanced|ultimate|collectors?|anniversary|\\d+(?:th|st|nd|rd)|year';
const BEFORE_EDITION =
  'definitive|platinum|premium|legendary|standard|royal|limited|legacy|starter|founders|signature|day one|directors|director|final|remastered|remaster|maximum|imperial|masterpiece|pc|windows|international|reloaded|extreme|epic|diamond|silver|redux|mega|megaton|bfg|game|developers|editors choice|tournament|nexus|lightspeed|skyline';

/** Patterns of the ends of titles that name an edition. */
const ENDINGS = [
  'game of the year(?: edition)?',
  'goty(?: edition)?',
  `(?:(?:${BEFORE_ANY})\\s+){0,3}(?:edition|version|cut|pack)`,
  `(?:${BEFORE_EDITION}) (?:edition|version|cut)`,
  '(?:full )?hd',
  '(?:hd )?remaster(?:ed)?',
  'redux|complete|enhanced|definitive|gold|deluxe|digital deluxe|uncut|classic|collection',
  'new steam version|early access|free edition|unstable|obsolete|old',
  'multi-?player|single[- ]?player|zombies|campaign|na|eu',
].join('|');

const EDITION = new RegExp(`[\\s:–—(\\[,-]*(?:\\b(?:the|-)\\s+)?\\b(?:${ENDINGS})\\s*[)\\]]*\\s*$`);
const YEAR = /\s*\((?:19|20)\d\d\)\s*$/;

/**
 * The number of times that an ending and a year are taken off a title. `Deluxe Edition (2013) HD` needs two.
 */
const MOST_ROUNDS = 4;

/**
 * The Roman numbers that count as numbers of sequels. In a title, `i` or a number above `xiii` seldom means a
 * number.
 */
const ROMAN = romanNumbers(2, 13);

/** Matches a word or a plus. A plus counts, because it tells one game from another. */
const WORD_OR_PLUS = /[\p{L}\p{N}]+|\+/gu;

/**
 * A plain title (see {@link plainTitle}) without the parts that only tell one edition of a game from another.
 */
export function withoutEdition(plain: string): string {
  let title = plain;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const shorter = title
      .replace(EDITION, '')
      .replace(YEAR, '')
      .replace(/^[ \-:–—()[\],]+|[ \-:–—()[\],]+$/g, '');
    if (shorter === title || shorter.length < 3) break;
    title = shorter;
  }
  return title;
}

/**
 * The key that all editions of one game share, made from the title: `BioShock™ Remastered` and `BioShock` have
 * the same key, and so have `Portal II` and `Portal 2`. Two games with the same title cannot be told apart.
 */
export function editionKey(title: string): string {
  const words = wordsOf(withoutEdition(plainTitle(title)), WORD_OR_PLUS);
  const key = words.map((word, index) => (index > 0 ? (ROMAN.get(word) ?? word) : word)).join(' ');
  // A title without any word is its own key. Otherwise all such titles would be one game.
  return key === '' ? title : key;
}
