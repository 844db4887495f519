import { ADULT_TAGS, ADULT_TAGS_IF_FIRST } from '../../database/schema/adult-tags.ts';

/** Tags and genres that are not named where children may read: the tags that mark games for adults, and `Mature`. */
const HIDDEN_TAGS: ReadonlySet<string> = new Set([...ADULT_TAGS, ...ADULT_TAGS_IF_FIRST, 'Mature']);

/** Whether a tag or genre may be named in age-restricted channels only. */
export function isAdultTag(tag: string): boolean {
  return HIDDEN_TAGS.has(tag);
}
