/** Tags that mark a game as for adults wherever they stand among its tags. */
export const ADULT_TAGS = ['Sexual Content', 'Hentai'];

/**
 * Tags that mark a game as for adults only if they stand among its first tags. Further down they stand on games that
 * nobody would call adult (Rust, The Sims 3).
 */
export const ADULT_TAGS_IF_FIRST = ['NSFW', 'Nudity'];
