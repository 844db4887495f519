import { z } from 'zod';

/**
 * The greatest length of a name, in UTF-16 units: of a game, genre, tag, developer or spec. A longer text is a
 * broken line, not a name. Names are keys of rollups, and a row of a Postgres index has 2,704 bytes at most; a
 * name has three bytes for each unit at most.
 */
export const LONGEST_NAME = 500;

export const name = z.string().max(LONGEST_NAME);
