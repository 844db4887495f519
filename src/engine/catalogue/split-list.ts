/** The signs and words between the games of a list, in English and in Spanish. */
const SEPARATOR = /[,;/&|\n\r]|(?<=\s)(?:and|y|e|\+)(?=\s)/gi;

/** A part of a list between two separators: where it begins and ends in the text. */
export interface Part {
  from: number;
  to: number;
}

/** The parts of a text between separators, without empty ones; null where they are more than `most`. */
export function partsOf(text: string, most: number): Part[] | null {
  const parts: Part[] = [];
  let from = 0;
  const add = (to: number) => {
    if (text.slice(from, to).trim() !== '') parts.push({ from, to });
  };
  for (const { index, 0: separator } of text.matchAll(SEPARATOR)) {
    add(index);
    from = index + separator.length;
    if (parts.length > most) return null;
  }
  add(text.length);
  return parts.length > most ? null : parts;
}

/** Whether a text has a separator in it, so that a list would split it. */
export function isSplit(text: string): boolean {
  return text.search(SEPARATOR) >= 0;
}

/** Whether the last entry of a typed list is finished: a separator follows it. */
export function endsWithSeparator(text: string): boolean {
  return /(?:[,;/&|\n\r]|\s(?:and|y|e|\+)\s)\s*$/i.test(text.slice(-100));
}
