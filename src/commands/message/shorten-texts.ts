import { cutText } from './embed-text.ts';

/** A text of a message, and the way to replace it. */
export interface ShownText {
  text: string;
  set(text: string): void;
}

/** The text that an object has under this key; empty where it has none. */
export function textAt<Key extends string>(owner: { [key in Key]?: string }, key: Key): ShownText {
  return {
    text: owner[key] ?? '',
    set(text) {
      owner[key] = text;
    },
  };
}

/**
 * Cuts texts to their common limit. Only the longest are cut, all of them to the same length.
 *
 * @param most the greatest length of all texts together, in UTF-16 units
 */
export function shortenTexts(all: readonly ShownText[], most: number): void {
  const texts = all.toSorted((a, b) => a.text.length - b.text.length);
  let left = most;
  for (const [place, { text, set }] of texts.entries()) {
    // Each remaining text may have an equal part of the remaining length. Later texts are no shorter, and take the rest.
    const fitting = cutText(text, Math.floor(left / (texts.length - place)));
    if (fitting !== text) set(fitting);
    left -= fitting.length;
  }
}
