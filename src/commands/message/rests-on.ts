import type { Plain } from '../../../locales/markdown.ts';
import type { Words } from '../../../locales/words.ts';
import type { DataSetSummary } from '../../engine/data-set/data-set.ts';
import { dayOf } from './moment.ts';

/**
 * The notes under every answer in a terminal.
 *
 * @param fromReviews whether the answer comes from reviews, whose time span counts only then
 */
export function dataSetNotes(summary: DataSetSummary, fromReviews: boolean, words: Words): Plain[] {
  const notes: Plain[] = [];
  if (fromReviews && summary.span !== null) {
    const { from, to } = summary.span;
    notes.push(
      words.plain('rests-on.span', { from: dayOf(from), to: dayOf(to), inferred: summary.inferredReviews }),
    );
  }
  if (summary.invented) notes.push(words.plain('rests-on.invented'));
  return notes;
}

/** The notes on the reviews behind an answer: their number, and the number of those with an inferred year. */
export function reviewNotes(
  { reviews, inferred }: { reviews: number; inferred: number },
  words: Words,
): Plain[] {
  const notes = [words.plain('rests-on.reviews', { reviews })];
  if (inferred > 0) notes.push(words.plain('rests-on.inferred', { inferred }));
  return notes;
}
