import { z } from 'zod';
import { name } from './name.ts';

/** The greatest number of genres, tags or specs of a game. A longer list is a broken line. */
const MOST_NAMES = 1000;
const names = z.array(name).max(MOST_NAMES);

/** The shape of one game in the raw file, after missing values were removed. Unknown fields are ignored. */
export const rawGame = z.object({
  id: z.union([z.string(), z.int()]).optional(),
  url: z.string().max(2000).optional(),
  app_name: name.optional(),
  title: name.optional(),
  developer: z.string().max(2000).optional(),
  publisher: z.string().max(2000).optional(),
  genres: names.optional(),
  tags: names.optional(),
  specs: names.optional(),
  release_date: z.string().max(500).optional(),
  price: z.union([z.number(), z.string().max(500)]).optional(),
  early_access: z.boolean().optional(),
});

export type RawGame = z.infer<typeof rawGame>;
