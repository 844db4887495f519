import { z } from 'zod';
import { steamUserId } from './user-id.ts';

/** A line of the reviews file: a user and what they wrote. Each review is checked alone. */
export const rawReviewer = z.object({ user_id: steamUserId, reviews: z.array(z.unknown()) });

/** One review as the raw file has it. */
export const rawReview = z.object({
  item_id: z.string(),
  posted: z.string(),
  last_edited: z.string().nullish(),
  recommend: z.boolean(),
  review: z.string().nullish(),
  helpful: z.string().nullish(),
  funny: z.string().nullish(),
});
