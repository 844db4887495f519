import type { DescribedGame } from './described-game.ts';

/** Tags that make a game one for adults, at any place among its tags. */
const ALWAYS = ['Sexual Content', 'Hentai'];

/**
 * Tags that make a game one for adults only near the front of its tags. Games that nobody would call adult have
 * them far down (Rust, The Sims 3).
 */
const NEAR_THE_FRONT = ['NSFW', 'Nudity'];
/** The number of tags that count as near the front. */
const FRONT_TAGS = 8;

/**
 * Whether the tags of a game say that it is for adults. A game without a record has no tags, so the answer is
 * no.
 */
export function isAdult({ tags }: Pick<DescribedGame, 'tags'>): boolean {
  const front = tags.slice(0, FRONT_TAGS);
  return ALWAYS.some((tag) => tags.includes(tag)) || NEAR_THE_FRONT.some((tag) => front.includes(tag));
}
