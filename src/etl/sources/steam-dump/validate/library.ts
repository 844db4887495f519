import { z } from 'zod';
import { steamUserId } from './user-id.ts';

const MAX_MINUTES = 2 ** 31 - 1;
const minutes = z.int().min(0).max(MAX_MINUTES);

/** A line of the libraries file: a user and what they own. Each row is checked alone. */
export const rawOwner = z.object({
  user_id: steamUserId,
  items_count: z.int().min(0).max(MAX_MINUTES).nullish(),
  items: z.array(z.unknown()),
});

/** One game in a library as the raw file has it. */
export const rawLibraryRow = z.object({
  item_id: z.string(),
  item_name: z.string().max(500).nullish(),
  playtime_forever: minutes,
  playtime_2weeks: minutes.nullish(),
});
