import { z } from 'zod';
import { steamUserId } from './user-id.ts';

/**
 * The shape of a line of the reviews file: a user and their reviews. Each review is validated separately, so
 * that a bad one does not cost the others.
 */
export const rawReviewer = z.object({ user_id: steamUserId, reviews: z.array(z.unknown()) });

/** The shape of one review in the raw file. */
export const rawReview = z.object({
  item_id: z.string(),
  posted: z.string(),
  last_edited: z.string().nullish(),
  recommend: z.boolean(),
  review: z.string().nullish(),
  helpful: z.string().nullish(),
  funny: z.string().nullish(),
});
