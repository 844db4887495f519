import { z } from 'zod';
import { name } from './name.ts';
import { steamUserId } from './user-id.ts';
import { wholeNumber } from './whole-number.ts';

/**
 * The shape of a line of the libraries file: a user and their games. Each game is validated separately, so that
 * a bad one does not cost the others.
 */
export const rawOwner = z.object({
  user_id: steamUserId,
  items_count: wholeNumber.nullish(),
  items: z.array(z.unknown()),
});

/** The shape of one game in a library of the raw file. */
export const rawLibraryRow = z.object({
  item_id: z.string(),
  item_name: name.nullish(),
  playtime_forever: wholeNumber,
  playtime_2weeks: wholeNumber.nullish(),
});
