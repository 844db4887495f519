import type { DataSetSummary } from '../../database/schema/lasting.ts';
import { RefreshError } from '../refresh-error.ts';

/** What a new data set is measured by. */
const COUNTS = {
  games: 'games',
  users: 'users',
  libraryRows: 'library rows',
  reviews: 'reviews',
} as const satisfies Partial<Record<keyof DataSetSummary, string>>;

/** A new data set that has less than this share of what the served one has is poorer. */
const LEAST_KEPT = 0.9;

/** Of fewer, a tenth is a handful. */
const LEAST_COUNT = 50;

/**
 * Refuses a new data set that has lost more than a tenth of the games, users, library rows or reviews of the one being
 * served: a source was cut, or is another one. Instead of the invented sample anything may be served.
 *
 * @throws RefreshError `looks-poorer`, with what it has lost
 */
export function checkNotPoorer(served: DataSetSummary | null, built: DataSetSummary): void {
  if (served === null || served.invented) return;
  const lost = Object.entries(COUNTS).flatMap(([name, words]) => {
    const count = name as keyof typeof COUNTS;
    const isPoorer = served[count] >= LEAST_COUNT && built[count] < LEAST_KEPT * served[count];
    return isPoorer ? [`${built[count]} ${words} instead of ${served[count]}`] : [];
  });
  if (lost.length === 0) return;
  throw new RefreshError(
    'looks-poorer',
    `The new data set looks poorer than the one being served: ${lost.join(', ')}. ` +
      'Serve it all the same with: npm run refresh -- --publish-anyway',
  );
}
