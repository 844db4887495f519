import type { DescribedGame } from './described-game.ts';

const ALWAYS = ['Sexual Content', 'Hentai'];

/** These stand far down on games that nobody would call adult (Rust, The Sims 3): only among the first they count. */
const AMONG_THE_FIRST = ['NSFW', 'Nudity'];
const FIRST = 8;

/** Whether a game is tagged as for adults. What has no record has no tags, and can't be judged. */
export function isAdult({ tags }: Pick<DescribedGame, 'tags'>): boolean {
  const first = tags.slice(0, FIRST);
  return ALWAYS.some((tag) => tags.includes(tag)) || AMONG_THE_FIRST.some((tag) => first.includes(tag));
}
