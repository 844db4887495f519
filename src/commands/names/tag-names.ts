import type { Markdown } from '../../../locales/markdown.ts';
import { Words } from '../../../locales/words.ts';
import type { Asker } from '../contract/asker.ts';
import { markdownName } from '../message/embed-text.ts';
import { mayNameLabel } from './label-names.ts';

/** Tags as a reply names them, in the asker's language. Tags for adults are left out, unless the channel is age-restricted. */
export function tagNames(tags: readonly string[], asker: Asker): Markdown[] {
  const words = Words.of(asker.locale);
  return tags.filter((tag) => mayNameLabel(tag, asker)).map((tag) => markdownName(words.label(tag)));
}
