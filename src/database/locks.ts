/** The advisory locks that this program takes; the numbers mean nothing but must stay what they are. */
export const LOCKS = {
  /** Held while the schema is migrated. */
  migration: 7_283_001,
  /** Held by the one refresh that runs. */
  refresh: 7_283_002,
} as const;
