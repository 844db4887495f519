import { z } from 'zod';

/** The greatest number that fits a Postgres `integer`. */
const GREATEST = 2 ** 31 - 1;

/** A count, or minutes: a whole number that a Postgres `integer` can hold. */
export const wholeNumber = z.int().min(0).max(GREATEST);
