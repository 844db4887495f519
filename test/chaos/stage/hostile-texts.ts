import type { Random } from '../../../scripts/sample/random.ts';

/** The most characters of a text that Discord passes on. */
export const MOST_LETTERS = 6000;

const PIECES: readonly ((random: Random) => string)[] = [
  () => 'x (2015),',
  () => ',',
  () => ' ,;',
  () => 'a',
  () => 'the ',
  () => 'e\u0301',
  () => 'a\u0300\u0301\u0302\u0303',
  () => '👨‍👩‍👧‍👦',
  () => '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  () => 'שלום ',
  () => '\u202eمرحبا\u202c ',
  () => 'ﷺ',
  () => 'İß',
  () => '\u200b',
  () => '1',
  () => 'II 2 (',
  () => 'portal 2, ',
  () => '((((',
  () => '\ud83d',
  (random) => String.fromCodePoint(random.integer(33, 0xd7ff)),
  (random) => `${random.pick(['game', 'man', 'war', 'x', 'of the'])} (${random.integer(1970, 2030)}), `,
];

/** A text that is made to take long: one piece, or a few in turn, up to a random length of at most 6,000 letters. */
export function hostileText(random: Random): string {
  // The text that once stopped the program for more than a minute.
  if (random.chance(0.15)) return 'x (2015),'.repeat(MOST_LETTERS).slice(0, MOST_LETTERS);
  const length = random.pick([30, 90, 300, 900, MOST_LETTERS]);
  const pieces = random.some(PIECES, random.pick([1, 1, 2, 4]));
  let text = '';
  while (text.length < length) text += random.pick(pieces)(random);
  return text.slice(0, length);
}
