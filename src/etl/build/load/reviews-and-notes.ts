import type { Connection } from '../../../database/connection.ts';
import { entriesOf } from '../../../database/schema/sources.ts';
import { judgeTally } from '../../sources/judge-tally.ts';
import { LIBRARY_SOURCES } from '../reuse/built-data-set.ts';
import { readJudgements } from '../reuse/judgements.ts';
import { loadColumnProfiles } from './column-profiles.ts';
import type { LoadedLibraries } from './games-and-libraries.ts';
import type { LoadInput } from './load-input.ts';
import { loadRejects } from './rejects.ts';
import { loadReviews } from './reviews.ts';

/**
 * Loads the reviews, which come after games and libraries, and then the notes on all sources:
 * rejects and column profiles.
 *
 * @throws RefreshError if the source cannot be read or is not what it should be
 */
export async function loadReviewsAndNotes(
  sql: Connection,
  { tallies, places, reuse, onBegin, records }: LoadInput,
  { users, unnamed }: LoadedLibraries,
): Promise<void> {
  onBegin('reviews');
  const judgements = reuse?.sameJudgements ? await readJudgements(sql, reuse.before.id) : new Map();
  await loadReviews(sql, records('reviews'), tallies.reviews, { users, unnamed, judgements });
  judgeTally(tallies.reviews, places.reviews);

  await unnamed.load(sql, tallies.reviews);
  await users.load(sql);
  const read = entriesOf(tallies);
  await loadRejects(
    sql,
    read.map(([, tally]) => tally),
  );
  // If games and libraries were copied from the earlier data set, their column profiles were copied too.
  const profiled = read.filter(([name]) => !(reuse?.sameLibraries && LIBRARY_SOURCES.includes(name)));
  await loadColumnProfiles(
    sql,
    profiled.map(([, tally]) => tally),
  );
  await sql`analyze users, reviews`;
}
