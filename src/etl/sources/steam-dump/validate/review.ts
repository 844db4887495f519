import { z } from 'zod';
import { steamUserId } from './user-id.ts';

/**
 * The shape of a line of the reviews file: a user and their reviews. Each review is validated separately, so
 * that a bad one does not cost the others.
 */
export const rawReviewer = z.object({ user_id: steamUserId, reviews: z.array(z.unknown()) });

/**
 * The greatest length of a review's text, in UTF-16 units. Steam allows 8,000; the time for judging a text grows
 * with the square of its length.
 */
const LONGEST_REVIEW = 50_000;

/** A text of Steam's own page, such as `Posted July 10.`, which has a few words. */
const words = z.string().max(500);

/** The shape of one review in the raw file. */
export const rawReview = z.object({
  item_id: z.string(),
  posted: words,
  last_edited: words.nullish(),
  recommend: z.boolean(),
  review: z.string().max(LONGEST_REVIEW).nullish(),
  helpful: words.nullish(),
  funny: words.nullish(),
});
