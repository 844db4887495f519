import type { Markdown } from '../../../locales/markdown.ts';
import type { TextKey, Words } from '../../../locales/words.ts';
import { textOfName } from '../message/text-of-name.ts';

const SOURCES: Readonly<Record<string, TextKey>> = {
  games: 'source.games',
  reviews: 'source.reviews',
  libraries: 'source.libraries',
};

/** The name of a source, as in `the games file`, in the reader's language; a source without a text keeps its own name. */
export function sourceName(source: string, words: Words): Markdown {
  return textOfName(source, SOURCES, words);
}
