import type { Connection } from '../../database/connection.ts';
import { dataSetSchema } from '../../database/schema/data-set.ts';
import type { Judgement } from '../judge/sentiment.ts';

/** Judgements by the MD5 of the text, as hex. */
export type Judgements = ReadonlyMap<string, Judgement>;

/** What the reviews of a data set were judged; a text is judged the same by the same code. */
export async function readJudgements(sql: Connection, dataSetId: number): Promise<Judgements> {
  const rows = await sql<(Judgement & { hash: string })[]>`
    select replace(text_hash::text, '-', '') as hash, compound, sentiment
    from ${sql(`${dataSetSchema(dataSetId)}.reviews`)}`;
  return new Map(rows.map(({ hash, compound, sentiment }) => [hash, { compound, sentiment }]));
}
