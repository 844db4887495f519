/**
 * Milliseconds that a test waits for something to come about: many times what a busy machine needs, so that only what hangs reaches
 * this limit, and below vitest's own, so that the failure says what did not come.
 */
export const PATIENCE_MS = 120_000;
