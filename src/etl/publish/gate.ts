import type { Connection } from '../../database/connection.ts';
import { dataSetSchema } from '../../database/schema/data-set.ts';
import type { Concern, DataSetOrigin, DataSetSummary } from '../../database/schema/lasting.ts';
import { entriesOf, type SourceName } from '../../database/schema/sources.ts';
import { rejectedShare } from '../report/tally.ts';

/** What a data set is measured by. */
const COUNTS = ['games', 'users', 'libraryRows', 'reviews'] as const;

/** A new data set that has less than this share of what the served one has is poorer. */
const LEAST_KEPT = 0.9;

/** Of fewer, a tenth is a handful. */
const LEAST_COUNT = 50;

/** So many places of rejects are named. */
const NAMED_REJECTS = 5;

/**
 * Why a new data set should not be published by itself: it has lost more than a tenth of the games, users, library rows
 * or reviews of the one being served (a source was cut, or is another one), or too much of a file was rejected. Instead of
 * the invented sample anything may be served.
 *
 * @param mostRejected the share of a file, 0 to 1, that may be rejected
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

async function firstRejects(sql: Connection, dataSetId: number, source: SourceName): Promise<string[]> {
  const rejects = await sql<{ line: number; column: number | null; path: string | null; reason: string }[]>`
    select line, "column", path, reason from ${sql(`${dataSetSchema(dataSetId)}.rejects`)}
    where source = ${source} order by line, "column", path collate "C" limit ${NAMED_REJECTS}`;
  return rejects.map(({ line, column, path, reason }) => {
    const place = column !== null ? ` column ${column}` : path !== null ? ` ${path}` : '';
    return `line ${line}${place}: ${reason}`;
  });
}

const WORDS = { games: 'games', users: 'users', libraryRows: 'library rows', reviews: 'reviews' } as const;

/** A concern in a sentence, for the terminal and the log. */
export function concernText(concern: Concern): string {
  if (concern.kind === 'lost') {
    const { what, before, after } = concern;
    return `It has ${after} ${WORDS[what]} instead of ${before}.`;
  }
  const { source, share, most, first } = concern;
  return (
    `${(100 * share).toFixed(1)} % of the ${source} file was rejected, more than ${100 * most} %. ` +
    `The first: ${first.join('; ')}`
  );
}
