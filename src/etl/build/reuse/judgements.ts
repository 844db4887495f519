import type { Connection } from '../../../database/connection.ts';
import { dataSetSchema } from '../../../database/schema/data-set.ts';
import type { JudgedText } from '../../judge/judged-text.ts';

/** Judgements by the MD5 of the text, as hex. */
export type Judgements = ReadonlyMap<string, JudgedText>;

/** Reads the judgements of a data set's reviews. A text need not be judged again while the code is the same. */
export async function readJudgements(sql: Connection, dataSetId: number): Promise<Judgements> {
  const rows = await sql<(JudgedText & { hash: string })[]>`
    select replace(text_hash::text, '-', '') as hash, compound, sentiment, language,
      compound_censored as "compoundCensored"
    from ${sql(`${dataSetSchema(dataSetId)}.reviews`)}`;
  return new Map(rows.map(({ hash, ...judged }) => [hash, judged]));
}
