/**
 * The number of edits that turn `typed` into `word`. An edit changes, adds or leaves out a letter, or swaps
 * two neighbours (optimal string alignment: Damerau 1964, no part edited twice).
 *
 * @param most the most edits to try; a small number, since the time grows as 4 to this power
 * @param begun whether the beginning of `word` that takes the fewest edits counts instead of the whole
 * @returns 0 to `most`; `most + 1` where more edits are needed
 */
export function lettersChanged(typed: string, word: string, most: number, begun: boolean): number {
  const missing = typed.length - word.length;
  if (missing > most || (!begun && -missing > most)) return most + 1;
  return changedFrom(typed, 0, word, 0, most, begun);
}

/**
 * The same from position `at` in `typed` and `to` in `word`. Letters that both begin with never need an edit.
 * At the first difference, every kind of edit is tried.
 */
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
