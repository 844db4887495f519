import { z } from 'zod';

/** The id of a game as the raw files write it: decimal digits. */
export const idText = z.string().regex(/^\d{1,10}$/);
