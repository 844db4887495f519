import { z } from 'zod';
import { isVisible } from './visible.ts';

/** A Steam user id in the raw files: a custom name, or 17 digits. */
export const steamUserId = z
  .string()
  .min(1)
  .max(200)
  .refine((id) => id.isWellFormed() && !id.includes('\0') && isVisible(id));
