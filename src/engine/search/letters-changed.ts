/**
 * How many letters must be changed, added, left out, or swapped with their neighbour, to make `word` from `typed`
 * (optimal string alignment: Damerau 1964, no part edited twice). With `begun`, to make any beginning of `word`.
 *
 * @param most a small number, since the time grows as its power of 4; where more are needed, the answer is `most + 1`
 */
export function lettersChanged(typed: string, word: string, most: number, begun: boolean): number {
  const missing = typed.length - word.length;
  if (missing > most || (!begun && -missing > most)) return most + 1;
  return changedFrom(typed, 0, word, 0, most, begun);
}

/** The same from a letter of each on. What both begin with is never worth an edit; after it, each edit is tried. */
function changedFrom(
  typed: string,
  at: number,
  word: string,
  to: number,
  most: number,
  begun: boolean,
): number {
  let i = at;
  let j = to;
  while (i < typed.length && j < word.length && typed.charCodeAt(i) === word.charCodeAt(j)) {
    i++;
    j++;
  }
  if (i === typed.length) return begun ? 0 : Math.min(word.length - j, most + 1);
  if (j === word.length) return Math.min(typed.length - i, most + 1);
  if (most === 0) return 1;

  let least = Math.min(
    changedFrom(typed, i + 1, word, j + 1, most - 1, begun),
    changedFrom(typed, i + 1, word, j, most - 1, begun),
    changedFrom(typed, i, word, j + 1, most - 1, begun),
  );
  if (typed.charCodeAt(i) === word.charCodeAt(j + 1) && typed.charCodeAt(i + 1) === word.charCodeAt(j)) {
    least = Math.min(least, changedFrom(typed, i + 2, word, j + 2, most - 1, begun));
  }
  return least + 1;
}
