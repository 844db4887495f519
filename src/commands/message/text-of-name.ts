import { escapeMarkdown, type Markdown } from '../../../locales/markdown.ts';
import type { TextKey, Words } from '../../../locales/words.ts';

/** The text that stands for one of the program's own names, in the reader's language; a name without a text keeps its own. */
export function textOfName(name: string, texts: Readonly<Record<string, TextKey>>, words: Words): Markdown {
  const key = Object.hasOwn(texts, name) ? texts[name] : undefined;
  return key === undefined ? escapeMarkdown(name) : words.text(key);
}
