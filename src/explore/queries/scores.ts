import type { Connection } from '../../database/connection.ts';

/** The number of reviews with each score, from 1 to 6. */
export async function readScores(sql: Connection): Promise<number[]> {
  const rows = await sql<{ count: number }[]>`
    select count(reviews.score)::int as count from generate_series(1, 6) as scores (score)
    left join reviews using (score) group by score order by score`;
  return rows.map(({ count }) => count);
}
