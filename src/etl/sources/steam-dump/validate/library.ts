import { z } from 'zod';
import { steamUserId } from './user-id.ts';

/** The greatest number that fits a Postgres `integer`. */
const MAX_MINUTES = 2 ** 31 - 1;
const minutes = z.int().min(0).max(MAX_MINUTES);

/**
 * The shape of a line of the libraries file: a user and their games. Each game is validated separately, so that
 * a bad one does not cost the others.
 */
export const rawOwner = z.object({
  user_id: steamUserId,
  items_count: z.int().min(0).max(MAX_MINUTES).nullish(),
  items: z.array(z.unknown()),
});

/** The shape of one game in a library of the raw file. */
export const rawLibraryRow = z.object({
  item_id: z.string(),
  item_name: z.string().max(500).nullish(),
  playtime_forever: minutes,
  playtime_2weeks: minutes.nullish(),
});
