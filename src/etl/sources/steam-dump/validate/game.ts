import { z } from 'zod';

/** Longer names are no names. */
const name = z.string().max(500);
const names = z.array(name);

/** One game as the raw file has it, after missing values were taken out. Unknown fields are left alone. */
export const rawGame = z.object({
  id: z.union([z.string(), z.int()]).optional(),
  url: z.string().optional(),
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
