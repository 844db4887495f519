import type { Bar } from '../charts/bars.ts';
import type { ReportWords } from './report-words.ts';

/**
 * Counts per step as bars named `under 1`, `1 to 3`, … `1,000 or more`.
 *
 * @param counts one for each step, so one more than bounds
 */
export function stepBars(counts: readonly number[], bounds: readonly number[], words: ReportWords): Bar[] {
  return counts.map((value, place) => ({
    name: stepName(place, bounds, words),
    value,
    shown: words.number(value),
  }));
}

/** The name of the step that ends at the bound at this place. */
export function stepName(place: number, bounds: readonly number[], words: ReportWords): string {
  const [from, to] = [bounds[place - 1], bounds[place]];
  if (from === undefined) return words.text('report.hours.under', { to: words.number(to ?? 0) });
  if (to === undefined) return words.text('report.hours.from', { from: words.number(from) });
  return words.text('report.hours.between', { from: words.number(from), to: words.number(to) });
}

/** The bars without the empty ones at the end. */
export function trimmed(bars: readonly Bar[]): Bar[] {
  const last = bars.findLastIndex(({ value }) => value > 0);
  return bars.slice(0, last + 1);
}
