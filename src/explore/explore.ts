import type postgres from 'postgres';
import type { LanguageCode } from '../../locales/locales.ts';
import type { ServedDataSet } from '../database/served-data-set.ts';
import { type OnQuestion, readFindings } from './queries/findings.ts';
import { renderReport } from './report/document.ts';

/**
 * Reads a data set and reports on it; nothing is written.
 *
 * @param direct a client whose parsers Drizzle has not changed
 * @returns the report as one HTML document
 */
export async function explore(
  direct: postgres.Sql,
  dataSet: ServedDataSet,
  language: LanguageCode,
  onQuestion?: OnQuestion,
): Promise<string> {
  const findings = await readFindings(direct, dataSet.id, onQuestion);
  return renderReport(dataSet, findings, language);
}
