import type { Markdown } from '../../../locales/markdown.ts';
import { isAdultTag } from '../../engine/catalogue/adult-tags.ts';
import type { NameIndex } from '../../engine/search/name-index.ts';
import type { Asker } from '../contract/asker.ts';
import type { Choice } from '../contract/command.ts';
import { markdownName } from '../message/embed-text.ts';
import { completeNames } from './complete-names.ts';

/** Tags as a reply names them: those for adults in age-restricted channels alone. */
export function tagNames(tags: readonly string[], asker: Asker): Markdown[] {
  return tags.filter((tag) => mayName(tag, asker)).map((tag) => markdownName(tag));
}

/** The tags and genres that may be meant by the letters typed so far, best first. */
export function completeTags(index: NameIndex, typed: string, asker: Asker): Choice[] {
  return completeNames(index, typed, (tag) => mayName(tag, asker));
}

function mayName(tag: string, { ageRestricted }: Asker): boolean {
  return ageRestricted || !isAdultTag(tag);
}
