import type { Connection } from '../../database/connection.ts';

/** The number of reviews with each sentiment. */
export interface Sentiments {
  negative: number;
  neutral: number;
  positive: number;
}

const COUNTS = `count(*) filter (where sentiment = 0)::int as negative,
  count(*) filter (where sentiment = 1)::int as neutral, count(*) filter (where sentiment = 2)::int as positive`;

/** Reviews by sentiment and by the year in which they were posted. */
export function readSentimentByYear(sql: Connection): Promise<(Sentiments & { year: number })[]> {
  return sql<(Sentiments & { year: number })[]>`
    select year, ${sql.unsafe(COUNTS)} from reviews group by year order by year`;
}

/** Reviews by sentiment and by the writer's own verdict, the recommending ones first. */
export function readSentimentByVerdict(sql: Connection): Promise<(Sentiments & { recommend: boolean })[]> {
  return sql<(Sentiments & { recommend: boolean })[]>`
    select recommend, ${sql.unsafe(COUNTS)} from reviews group by recommend order by recommend desc`;
}
