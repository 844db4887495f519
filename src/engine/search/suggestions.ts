import type { Completion } from './completion.ts';
import type { WrittenNames } from './written-names.ts';

/** So many names are offered where what was typed is none. */
const MAX_SUGGESTIONS = 5;

/**
 * What may have been meant by something that is no name, best first: what it would be completed to, then the names that
 * few letters tell from it.
 *
 * @returns places of names, at most five
 */
export function suggestPlaces(typed: string, completion: Completion, written: WrittenNames): number[] {
  if (typed.trim() === '') return [];
  const places = new Set([
    ...completion.complete(typed, MAX_SUGGESTIONS),
    ...written.nearest(typed, MAX_SUGGESTIONS),
  ]);
  return [...places].slice(0, MAX_SUGGESTIONS);
}
