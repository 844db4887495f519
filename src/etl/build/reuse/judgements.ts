import type { Connection } from '../../../database/connection.ts';
import { dataSetSchema } from '../../../database/schema/data-set.ts';
import type { JudgedText } from '../../judge/judged-text.ts';

/** Judgements by the MD5 of the text, as hex. */
export type Judgements = ReadonlyMap<string, JudgedText>;

/** What the reviews of a data set were judged; a text is judged the same by the same code. */
export async function readJudgements(sql: Connection, dataSetId: number): Promise<Judgements> {
  const rows = await sql<(JudgedText & { hash: string })[]>`
    select replace(text_hash::text, '-', '') as hash, compound, sentiment, language,
      compound_censored as "compoundCensored"
    from ${sql(`${dataSetSchema(dataSetId)}.reviews`)}`;
  return new Map(rows.map(({ hash, ...judged }) => [hash, judged]));
}
