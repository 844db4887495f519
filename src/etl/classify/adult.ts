import { ADULT_TAGS, ADULT_TAGS_IF_FIRST } from '../../database/schema/adult-tags.ts';
import type { DescribedGame } from './described-game.ts';

/** The number of tags, from the first on, among which {@link ADULT_TAGS_IF_FIRST} count. */
const FIRST = 8;

/** Whether a game is tagged as for adults. A game without a record has no tags, so it counts as not for adults. */
export function isAdult({ tags }: Pick<DescribedGame, 'tags'>): boolean {
  const first = tags.slice(0, FIRST);
  return (
    ADULT_TAGS.some((tag) => tags.includes(tag)) || ADULT_TAGS_IF_FIRST.some((tag) => first.includes(tag))
  );
}
