import type { Markdown } from '../../../locales/markdown.ts';
import { isAdultTag } from '../../engine/catalogue/adult-tags.ts';
import type { NameIndex } from '../../engine/search/name-index.ts';
import type { Asker } from '../contract/asker.ts';
import type { Choice } from '../contract/command.ts';
import { markdownName } from '../message/embed-text.ts';
import { completeNames } from './complete-names.ts';

/** Tags as a reply names them. Tags for adults are left out, unless the channel is age-restricted. */
export function tagNames(tags: readonly string[], asker: Asker): Markdown[] {
  return tags.filter((tag) => mayName(tag, asker)).map((tag) => markdownName(tag));
}

/** The tags and genres that the typed text may mean, best first. */
export function completeTags(index: NameIndex, typed: string, asker: Asker): Promise<Choice[]> {
  return completeNames(index, typed, (tag) => mayName(tag, asker));
}

/** Whether the tag may be named in the asker's channel. */
function mayName(tag: string, { ageRestricted }: Asker): boolean {
  return ageRestricted || !isAdultTag(tag);
}
