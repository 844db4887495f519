import { joined, type Plain, plain } from '../../../locales/markdown.ts';
import type { Words } from '../../../locales/words.ts';
import type { DataSet } from '../../engine/data-set/data-set.ts';

/** The kinds of data behind an answer, of which each has an end of its own. */
export interface Origin {
  /** The last release year of the games; unset or null where it is unknown or the answer comes from reviews alone. */
  gamesEnd?: number | null;
  /** Whether reviews stand behind the answer. */
  reviews?: boolean;
}

/**
 * The line under an answer or a picture: the amount of the data behind it, the year in which each kind of it ends, and whether
 * it is invented.
 *
 * @param amount such as `From 1,234 reviews`
 */
export function originLine(
  amount: Plain,
  { gamesEnd = null, reviews = false }: Origin,
  { summary }: DataSet,
  words: Words,
): Plain {
  const reviewsEnd = reviews && summary.span !== null ? Number(summary.span.to.slice(0, 4)) : null;
  const ends = [
    ...(gamesEnd === null ? [] : [words.plain('origin.games-end', { year: gamesEnd })]),
    ...(reviewsEnd === null
      ? []
      : [words.plain(gamesEnd === null ? 'origin.end' : 'origin.reviews-end', { year: reviewsEnd })]),
    ...(summary.invented ? [words.plain('origin.invented')] : []),
  ];
  return ends.length === 0 ? amount : plain`${amount} · ${joined(ends, ', ')}`;
}
