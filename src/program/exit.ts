/** Exit statuses of the program. */
export const EXIT = {
  ok: 0,
  /** What was asked could not be done, and the person who asked can do something about it. */
  failure: 1,
  /** The program was called in a way that it does not know. */
  usage: 2,
  /** A failure of ours. */
  internal: 70,
} as const;
