import type { Connection } from '../../database/connection.ts';
import { dataSetSchema } from '../../database/schema/data-set.ts';
import type { Concern, DataSetOrigin, DataSetSummary } from '../../database/schema/lasting.ts';
import { entriesOf, type SourceName } from '../../database/schema/sources.ts';
import { rejectedShare } from '../report/tally.ts';

/** The counts that are compared between the new data set and the served one. */
const COUNTS = ['games', 'users', 'libraryRows', 'reviews'] as const;

/** The share of a count, 0 to 1, that a new data set has to keep. A data set that keeps less looks poorer. */
const LEAST_KEPT = 0.9;

/** The least count that is compared. A tenth of a smaller one is only a handful. */
const LEAST_COUNT = 50;

/** The number of rejects of a source whose places are named. */
const NAMED_REJECTS = 5;

/**
 * Finds the reasons against publishing a new data set without a moderator's decision. There are two kinds: it has
 * lost more than a tenth of the games, users, library rows or reviews of the served data set (a source was cut short
 * or replaced), or too much of a source was rejected. Nothing counts as lost if the invented sample is served.
 *
 * @param served the figures of the served data set; null if there is none
 * @param mostRejected the greatest share of a source, 0 to 1, that may be rejected
 * @returns the concerns; empty if there are none
 */
export async function concernsOf(
  sql: Connection,
  built: { id: number; summary: DataSetSummary; tallies: DataSetOrigin['tallies'] },
  served: DataSetSummary | null,
  mostRejected: number,
): Promise<Concern[]> {
  const concerns: Concern[] = [];
  if (served !== null && !served.invented) {
    for (const what of COUNTS) {
      const [before, after] = [served[what], built.summary[what]];
      if (before >= LEAST_COUNT && after < LEAST_KEPT * before) {
        concerns.push({ kind: 'lost', what, before, after });
      }
    }
  }
  for (const [source, tally] of entriesOf(built.tallies)) {
    const share = rejectedShare(tally);
    if (share > mostRejected) {
      const first = await firstRejects(sql, built.id, source);
      concerns.push({ kind: 'rejected', source, share, most: mostRejected, first });
    }
  }
  return concerns;
}

/** The places and reasons of the first rejects of a source. */
async function firstRejects(sql: Connection, dataSetId: number, source: SourceName): Promise<string[]> {
  const rejects = await sql<{ line: number; column: number | null; path: string | null; reason: string }[]>`
    select line, "column", path, reason from ${sql(`${dataSetSchema(dataSetId)}.rejects`)}
    where source = ${source} order by line, "column", path collate "C" limit ${NAMED_REJECTS}`;
  return rejects.map(({ line, column, path, reason }) => {
    const place = column !== null ? ` column ${column}` : path !== null ? ` ${path}` : '';
    return `line ${line}${place}: ${reason}`;
  });
}

const COUNT_NAMES = {
  games: 'games',
  users: 'users',
  libraryRows: 'library rows',
  reviews: 'reviews',
} as const;

/** A concern in words, for the terminal and the log. */
export function concernText(concern: Concern): string {
  if (concern.kind === 'lost') {
    const { what, before, after } = concern;
    return `It has ${after} ${COUNT_NAMES[what]} instead of ${before}.`;
  }
  const { source, share, most, first } = concern;
  return (
    `${(100 * share).toFixed(1)} % of the ${source} file was rejected; at most ${Number((100 * most).toFixed(2))} % may be. ` +
    `The first rejects: ${first.join('; ')}`
  );
}
