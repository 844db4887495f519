import { romanNumbers, wordsOf } from '../../platform/plain-text.ts';
import { plainTitle } from './plain-title.ts';

/** Words that stand before `edition`; others are part of a title (`Dark Parables: …`). */
const BEFORE_ANY =
  'digital|deluxe|gold|complete|classic|free|steam|special|full|hd|vr|mac|extended|enhanced|ultimate|collectors?|anniversary|\\d+(?:th|st|nd|rd)|year';
const BEFORE_EDITION =
  'definitive|platinum|premium|legendary|standard|royal|limited|legacy|starter|founders|signature|day one|directors|director|final|remastered|remaster|maximum|imperial|masterpiece|pc|windows|international|reloaded|extreme|epic|diamond|silver|redux|mega|megaton|bfg|game|developers|editors choice|tournament|nexus|lightspeed|skyline';

/** What may stand at the end of the title of an edition. */
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

/** So many endings are taken off: `Deluxe Edition (2013) HD`. */
const MOST_ENDINGS = 4;

/** Numbers of sequels: a title with `i` or with more than `xiii` seldom means the number. */
const ROMAN = romanNumbers(2, 13);

/** A plus is a word, too: it tells one game from another. */
const WORD_OR_PLUS = /[\p{L}\p{N}]+|\+/gu;

/** A plain title (see {@link plainTitle}) without what only tells one edition of a game from another. */
export function withoutEdition(plain: string): string {
  let title = plain;
  for (let ending = 0; ending < MOST_ENDINGS; ending++) {
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
 * What all editions of one game have in common, from the title: `BioShock™ Remastered` and `BioShock` share it, and so do
 * `Portal II` and `Portal 2`. Two games of one title can't be told apart.
 */
export function editionKey(title: string): string {
  const words = wordsOf(withoutEdition(plainTitle(title)), WORD_OR_PLUS);
  const key = words.map((word, index) => (index > 0 ? (ROMAN.get(word) ?? word) : word)).join(' ');
  // A title of signs alone is its own key, or all of those would be one game.
  return key === '' ? title : key;
}
