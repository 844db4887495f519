import type { Steps } from '../../platform/in-turns.ts';
import { MARGIN } from '../catalogue/clear-owner.ts';
import { fitTitle, plainWords } from '../catalogue/title-fit.ts';
import { foldWords } from '../search/fold.ts';
import type { NameIndex } from '../search/name-index.ts';
import { LONGEST_TYPED } from '../search/written-names.ts';

/** The number of names that are compared, the best completions of the typed text. */
const CANDIDATES = 25;

/** The least number of reviews of a developer who owns a short name. */
const LEAST_REVIEWS = 50;

/** A developer who was understood by a typed text. */
export interface UnderstoodDeveloper {
  developer: string;
  /** Whether the text is a short name, so that the answer says which developer was understood. */
  told: boolean;
}

/**
 * The developer whose name begins with the typed words, and who clearly owns them (`bethesda`): with at least {@link MARGIN} times as
 * many reviews as any other that they fit. Initials own nothing.
 *
 * @param developers weighted by the number of reviews
 */
export function* ownerOf(developers: NameIndex, typed: string): Steps<UnderstoodDeveloper | undefined> {
  const wanted = plainWords(foldWords(typed.slice(0, LONGEST_TYPED)));
  const candidates = yield* developers.complete(typed, CANDIDATES);
  const fitting = candidates
    .filter((name) => fitTitle(wanted, plainWords(foldWords(name)))?.spelled === true)
    .map((name) => ({ name, reviews: developers.weightOf(name) }))
    .toSorted((a, b) => b.reviews - a.reviews);
  const [first, second] = fitting;
  if (first === undefined || first.reviews < LEAST_REVIEWS) return undefined;
  if (first.reviews < MARGIN * (second?.reviews ?? 0)) return undefined;
  const isWhole = plainWords(foldWords(first.name)).join(' ') === wanted.join(' ');
  return { developer: first.name, told: !isWhole };
}
