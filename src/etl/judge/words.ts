/**
 * The tokens of a text: VADER splits at white space (Hutto & Gilbert 2014; as in the authors' program 3.3).
 * Case is kept, because capitals are emphasis.
 */
export function splitWords(text: string): string[] {
  const words: string[] = [];
  let start = -1;
  for (let i = 0; i < text.length; i++) {
    if (isWhiteSpace(text.charCodeAt(i))) {
      if (start >= 0) words.push(text.slice(start, i));
      start = -1;
    } else if (start < 0) {
      start = i;
    }
  }
  if (start >= 0) words.push(text.slice(start));
  return words;
}

/**
 * A token without the ASCII punctuation around it. Where no more than two characters would be left, the token
 * may be an emoticon and stays as it is.
 */
export function stripPunctuation(token: string): string {
  let start = 0;
  let end = token.length;
  while (start < end && isPunctuation(token.charCodeAt(start))) start++;
  while (end > start && isPunctuation(token.charCodeAt(end - 1))) end--;
  if (end - start <= 2) return token;
  const stripped = token.slice(start, end);
  // Characters are counted, not UTF-16 units: two characters beyond the basic plane are four units.
  return stripped.length <= 4 && [...stripped].length <= 2 ? token : stripped;
}

/**
 * Whether a word is written in capitals: it has a capital letter and no small letter, as in Python's
 * `str.isupper`.
 */
export function isAllCapitals(word: string): boolean {
  let capitals = false;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code >= 0x80) return CAPITAL.test(word) && !SMALL_OR_TITLE.test(word);
    if (code >= 0x61 && code <= 0x7a) return false;
    if (code >= 0x41 && code <= 0x5a) capitals = true;
  }
  return capitals;
}

const CAPITAL = /\p{Uppercase}/u;
const SMALL_OR_TITLE = /[\p{Lowercase}\p{Lt}]/u;

/**
 * Whether a character is white space to Python's `str.split()`. Unlike `\s`, that includes U+001C to U+001F and
 * U+0085, and excludes U+FEFF.
 */
function isWhiteSpace(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d) || (code >= 0x1c && code <= 0x1f);
  return (
    code === 0x85 ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

/** Whether a character is ASCII punctuation. */
function isPunctuation(code: number): boolean {
  return (
    (code >= 0x21 && code <= 0x2f) ||
    (code >= 0x3a && code <= 0x40) ||
    (code >= 0x5b && code <= 0x60) ||
    (code >= 0x7b && code <= 0x7e)
  );
}
