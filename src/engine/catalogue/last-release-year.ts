import { memoized } from '../../platform/memo.ts';
import type { Catalogue } from './catalogue.ts';

/** The share of the games with a year, 0 to 1, from which a year counts. Later ones are announcements. */
const LEAST_SHARE = 0.01;

/** The last year with a notable share of the games; null where there is none. @param released the games of each year */
export function lastNotableYear(released: ReadonlyMap<number, number>): number | null {
  const count = [...released.values()].reduce((sum, of) => sum + of, 0);
  const notable = [...released].filter(([, of]) => of >= count * LEAST_SHARE).map(([year]) => year);
  return notable.length === 0 ? null : Math.max(...notable);
}

/** The last year in which a notable share of the data's games was released; null where no game has a year. */
export const lastReleaseYear = memoized(({ games }: Catalogue): number | null => {
  const released = new Map<number, number>();
  for (const { recorded, releaseYear } of games) {
    if (!recorded || releaseYear === null) continue;
    released.set(releaseYear, (released.get(releaseYear) ?? 0) + 1);
  }
  return lastNotableYear(released);
});
