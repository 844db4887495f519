import { en } from '../../../locales/en.ts';
import type { TextKey, Words } from '../../../locales/words.ts';

/** A source of the data in words, as in `the file of games`; a source that has none, by its own name. */
export function sourceName(source: string, words: Words): string {
  const key = `source.${source}`;
  return Object.hasOwn(en, key) ? words.text(key as TextKey) : source;
}
