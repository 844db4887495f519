/**
 * The keys of the advisory locks that this program takes. The numbers are arbitrary, but must never change:
 * processes of different versions on one database have to lock each other out.
 */
export const LOCKS = {
  /** Held while the schema is migrated. */
  migration: 7_283_001,
  /** Held by the running refresh, so that there is only one at a time. */
  refresh: 7_283_002,
} as const;
