/** Steam's filter writes one `♥` (U+2665) for each letter of a swear word; no swear word has fewer than three. */
const CENSORED_WORD = /♥{3,}/g;

/**
 * The text with each word that Steam's filter has censored (a run of three or more `♥`) replaced by a space.
 * VADER would read every one of those hearts as affection. One or two hearts are meant as hearts, and stay.
 */
export function withoutCensoredWords(text: string): string {
  return text.includes('♥♥♥') ? text.replace(CENSORED_WORD, ' ') : text;
}
