import type { Plain } from '../../../locales/markdown.ts';
import type { Words } from '../../../locales/words.ts';
import type { DataSetSummary } from '../../engine/data-set/data-set.ts';

/** The lines that stand under every answer: the data set's time span, and whether it is invented. */
export function dataSetNotes(summary: DataSetSummary, words: Words): Plain[] {
  const notes: Plain[] = [];
  if (summary.span !== null) {
    const { from, to } = summary.span;
    notes.push(
      words.plain('rests-on.span', { from: day(from), to: day(to), inferred: summary.inferredReviews }),
    );
  }
  if (summary.invented) notes.push(words.plain('rests-on.invented'));
  return notes;
}

/** The reviews that an answer rests on, and how many of them have an inferred year. */
export function reviewNotes(
  { reviews, inferred }: { reviews: number; inferred: number },
  words: Words,
): Plain[] {
  const notes = [words.plain('rests-on.reviews', { reviews })];
  if (inferred > 0) notes.push(words.plain('rests-on.inferred', { inferred }));
  return notes;
}

/** The players and hours that an answer rests on. */
export function hoursNotes({ players, hours }: { players: number; hours: number }, words: Words): Plain[] {
  return [words.plain('rests-on.players-and-hours', { players, hours: Math.round(hours) })];
}

/** Noon, so that the day stays the same in every time zone that a server may be in. */
function day(isoDate: string): Date {
  return new Date(`${isoDate}T12:00:00`);
}
