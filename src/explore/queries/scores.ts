import type { Connection } from '../../database/connection.ts';

/** Reviews with each score, 1 to 6 in this order. */
export async function readScores(sql: Connection): Promise<number[]> {
  const rows = await sql<{ count: number }[]>`
    select count(reviews.score)::int as count from generate_series(1, 6) as scores (score)
    left join reviews using (score) group by score order by score`;
  return rows.map(({ count }) => count);
}
