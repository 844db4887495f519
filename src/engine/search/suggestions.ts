import type { Steps } from '../../platform/in-turns.ts';
import type { Completion } from './completion.ts';
import type { WrittenNames } from './written-names.ts';

/** The most names that are suggested for an unknown one. */
const MAX_SUGGESTIONS = 5;

/**
 * The names that somebody may have meant by a text that is no name: first its completions, then the names
 * that differ from it by few letters.
 *
 * @returns places of names, at most five, best first
 */
export function* suggestPlaces(
  typed: string,
  completion: Completion,
  written: WrittenNames,
): Steps<number[]> {
  if (typed.trim() === '') return [];
  const places = new Set([
    ...(yield* completion.complete(typed, MAX_SUGGESTIONS)),
    ...(yield* written.nearest(typed, MAX_SUGGESTIONS)),
  ]);
  return [...places].slice(0, MAX_SUGGESTIONS);
}
