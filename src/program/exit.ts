/** The exit statuses of the program. */
export const EXIT = {
  ok: 0,
  /** The verb failed for a reason that the operator can mend. */
  failure: 1,
  /** The command line is wrong. */
  usage: 2,
  /** A fault of the program itself. */
  internal: 70,
} as const;
