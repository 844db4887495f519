import type { Steps } from '../../platform/in-turns.ts';
import { closeness, type TypedText } from './closeness.ts';
import type { Completion } from './completion.ts';
import { MAX_TYPED_WORDS } from './vocabulary.ts';
import { typedName, type WrittenNames } from './written-names.ts';

/** The most names that are suggested for an unknown one. */
const MAX_SUGGESTIONS = 5;

/** The least closeness, 0 to 1, of a name that is suggested, and how much less than the closest it may have; see docs/answers.md. */
const CLOSE = 0.77;
const LESS_THAN_CLOSEST = 0.04;

/**
 * The same for a name that few people know, and the least share, 0 to 1, of the longer text's letters that the shorter one must
 * have: such a name is meant only where nearly all of it was typed. `hades` is not Hade, and `uncharted` no Uncharted Waters.
 */
const CLOSE_IF_OBSCURE = 0.87;
const LENGTH_IF_OBSCURE = 0.7;

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
  let compared = 0;
  for (const place of candidates) {
    if (compared++ % NAMES_A_STEP === 0) yield;
    if (completion.isSecondary(place) || initials.has(place)) continue;
    const name = written.folded(place);
    const share = closeness(text, name, (word) => completion.weightOf(word));
    if (share >= CLOSE && (!completion.isObscure(place) || isNearlyWhole(text, name, share))) {
      close.push({ place, share });
    }
  }
  const closest = Math.max(...close.map(({ share }) => share));
  return close
    .filter(({ share }) => share >= closest - LESS_THAN_CLOSEST)
    .toSorted((a, b) => b.share - a.share || a.place - b.place)
    .slice(0, MAX_SUGGESTIONS)
    .map(({ place }) => place);
}

/** Whether a text is close enough for a name that few people know. */
function isNearlyWhole(typed: TypedText, name: TypedText, share: number): boolean {
  const [shorter, longer] = [typed.joined.length, name.joined.length].toSorted((a, b) => a - b);
  return share >= CLOSE_IF_OBSCURE && shorter! >= LENGTH_IF_OBSCURE * longer!;
}
