import type { Connection } from '../../../database/connection.ts';
import type { DataSetSummary } from '../../../database/schema/lasting.ts';

type Counts = Pick<DataSetSummary, 'games' | 'users' | 'libraryRows'>;

/**
 * Counts the rows of the data set that the search path names. These figures are shown under every answer.
 *
 * @param invented whether the sources are the invented sample
 * @param rejected the number of lines and records that were left out, by reason
 */
export async function summarize(
  sql: Connection,
  invented: boolean,
  rejected: Record<string, number>,
): Promise<DataSetSummary> {
  const [counts] = await sql<Counts[]>`
    select (select count(*)::int from games where recorded) as games, (select count(*)::int from users) as users,
      (select count(*)::int from library) as "libraryRows"`;
  const [reviews] = await sql<
    { reviews: number; inferred: number; from: string | null; to: string | null }[]
  >`
    select count(*)::int as reviews, count(*) filter (where year_inferred)::int as inferred,
      min(posted)::text as from, max(posted)::text as to
    from reviews`;
  const { from, to } = reviews!;
  return {
    invented,
    games: counts!.games,
    users: counts!.users,
    libraryRows: counts!.libraryRows,
    reviews: reviews!.reviews,
    inferredReviews: reviews!.inferred,
    span: from === null || to === null ? null : { from, to },
    rejected,
  };
}
