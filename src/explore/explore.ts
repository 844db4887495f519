import type postgres from 'postgres';
import type { ServedDataSet } from '../database/served-data-set.ts';
import { type OnQuestion, readFindings } from './queries/findings.ts';
import { renderReport } from './report/document.ts';
import type { Language } from './report/report-words.ts';

/** Looks at a data set, which is only read. @returns the report, as one HTML document */
export async function explore(
  direct: postgres.Sql,
  dataSet: ServedDataSet,
  language: Language,
  onQuestion?: OnQuestion,
): Promise<string> {
  const findings = await readFindings(direct, dataSet.id, onQuestion);
  return renderReport(dataSet, findings, language);
}
