import { escapeMarkdown, type Markdown } from '../../../locales/markdown.ts';
import type { TextKey, Words } from '../../../locales/words.ts';

const SOURCES: Readonly<Record<string, TextKey>> = {
  games: 'source.games',
  reviews: 'source.reviews',
  libraries: 'source.libraries',
};

/** The name of a source, as in `the file of games`, in the reader's language; a source without a text keeps its own name. */
export function sourceName(source: string, words: Words): Markdown {
  const key = Object.hasOwn(SOURCES, source) ? SOURCES[source] : undefined;
  return key === undefined ? escapeMarkdown(source) : words.text(key);
}
