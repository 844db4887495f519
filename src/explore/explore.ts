import type postgres from 'postgres';
import type { LanguageCode } from '../../locales/locales.ts';
import type { ServedDataSet } from '../database/served-data-set.ts';
import { type OnQuestion, readFindings } from './queries/findings.ts';
import { renderReport } from './report/document.ts';

/** Looks at a data set, which is only read. @returns the report, as one HTML document */
export async function explore(
  direct: postgres.Sql,
  dataSet: ServedDataSet,
  language: LanguageCode,
  onQuestion?: OnQuestion,
): Promise<string> {
  const findings = await readFindings(direct, dataSet.id, onQuestion);
  return renderReport(dataSet, findings, language);
}
