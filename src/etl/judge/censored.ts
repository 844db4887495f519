/**
 * Matches a censored word. Steam's filter writes one `♥` (U+2665) for each letter of a swear word, and no swear
 * word has fewer than three letters.
 */
const CENSORED_WORD = /♥{3,}/g;

/**
 * The text with a space in the place of each word that Steam's filter has censored (a run of three or more
 * `♥`). VADER would read each of those hearts as affection. One or two hearts are meant as hearts and stay.
 */
export function withoutCensoredWords(text: string): string {
  return text.includes('♥♥♥') ? text.replace(CENSORED_WORD, ' ') : text;
}
