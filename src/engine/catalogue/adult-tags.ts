/** Tags and genres that are not named where children may read: those that mark games for adults, and `Mature`. */
const ADULT_TAGS: ReadonlySet<string> = new Set(['Sexual Content', 'Hentai', 'NSFW', 'Nudity', 'Mature']);

/** Whether a tag or genre is named in age-restricted channels alone. */
export function isAdultTag(tag: string): boolean {
  return ADULT_TAGS.has(tag);
}
