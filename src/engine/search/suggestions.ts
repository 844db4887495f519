import type { Steps } from '../../platform/in-turns.ts';
import { closeness } from './closeness.ts';
import type { Completion } from './completion.ts';
import { MAX_TYPED_WORDS } from './vocabulary.ts';
import { typedName, type WrittenNames } from './written-names.ts';

/** The most names that are suggested for an unknown one. */
const MAX_SUGGESTIONS = 5;

/** The least closeness, 0 to 1, of a name that is suggested, and how much less than the closest it may have; see docs/answers.md. */
const CLOSE = 0.77;
const LESS_THAN_CLOSEST = 0.04;

/**
 * The least closeness of a name that few people know. A famous name that the data does not have is more often meant: `hades` is
 * not Hade. It is just above that of a word and its beginning.
 */
const CLOSE_IF_OBSCURE = 0.855;

/** The most names known to few that are suggested for having the typed text in them: many only share a word (`uncharted`). */
const MOST_OBSCURE = 2;

/** The share, 0 to 1, of a name's letters under which a typed text is only a part of it. */
const NEARLY_WHOLE = 0.6;

/** The closeness of a name to its initials, which are surer than a wrong letter but not than its own words. */
const CLOSENESS_OF_INITIALS = 0.95;

/** The number of names of each kind that are compared with the typed text, ten times as many as are suggested. */
const CANDIDATES = 50;

/** The number of names compared between two pauses, some tenths of a millisecond of work. */
const NAMES_A_STEP = 10;

/**
 * The names that somebody may have meant by a text that is no name: those that are close to it. Secondary names are never
 * suggested.
 *
 * @returns places of names, at most five; the closest first, and of equally close ones the better known
 */
export function* suggestPlaces(
  typed: string,
  completion: Completion,
  written: WrittenNames,
): Steps<number[]> {
  const wanted = typedName(typed);
  const words = completion.wordsOf(wanted).slice(0, MAX_TYPED_WORDS);
  if (words.length === 0) return [];
  const text = { words, joined: wanted.folded.joined };
  const candidates = new Set([
    ...(yield* completion.candidates(typed, CANDIDATES)),
    ...(yield* written.nearest(typed, CANDIDATES, 1 - CLOSE)),
  ]);
  // `gta6` is initials with a number that no game may have.
  const areInitials = words.slice(1).every((word) => /^\d+$/.test(word));
  const initials = new Set(areInitials ? completion.byInitials(words[0]!, MAX_SUGGESTIONS) : []);
  const close = Array.from(initials, (place) => ({ place, share: CLOSENESS_OF_INITIALS }));
  const obscure: number[] = [];
  let compared = 0;
  for (const place of candidates) {
    if (compared++ % NAMES_A_STEP === 0) yield;
    if (completion.isSecondary(place) || initials.has(place)) continue;
    const name = written.folded(place);
    const share = closeness(text, name, (word) => completion.weightOf(word));
    const isObscure = completion.isObscure(place);
    if (share < (isObscure ? CLOSE_IF_OBSCURE : CLOSE)) continue;
    close.push({ place, share });
    if (isObscure && text.joined.length < NEARLY_WHOLE * name.joined.length) obscure.push(place);
  }
  const kept = obscure.length > MOST_OBSCURE ? close.filter(({ place }) => !obscure.includes(place)) : close;
  const closest = Math.max(...kept.map(({ share }) => share));
  return kept
    .filter(({ share }) => share >= closest - LESS_THAN_CLOSEST)
    .toSorted((a, b) => b.share - a.share || a.place - b.place)
    .slice(0, MAX_SUGGESTIONS)
    .map(({ place }) => place);
}
