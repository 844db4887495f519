import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LanguageCode } from '../../../locales/locales.ts';
import type { ServedDataSet } from '../../database/served-data-set.ts';

/** Goes up when the report changes: one that an earlier program computed is not shown. */
const REPORT_VERSION = 1;

/** What a report is of. Two databases may have a data set of the same number, but not published at the same moment. */
export function identityOf({ id, publishedAt }: ServedDataSet, language: LanguageCode): string {
  return `${REPORT_VERSION} ${id} ${publishedAt.toISOString()} ${language}`;
}

/** Where the report of a language is kept, and found by the page. */
export function reportPath(dataFolder: string, language: LanguageCode): string {
  return join(dataFolder, language === 'en' ? 'explore.html' : `explore.${language}.html`);
}

/** Writes a report in one step: who reads it meanwhile gets the old one. */
export async function writeReport(path: string, report: string): Promise<void> {
  const part = `${path}.${process.pid}.part`;
  await writeFile(part, report);
  await rename(part, path);
}

/** The report on a data set, where it was computed before; null where it was not. */
export async function readReport(
  path: string,
  dataSet: ServedDataSet,
  language: LanguageCode,
): Promise<string | null> {
  const report = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  const mark = `<meta name="steamscope-report" content="${identityOf(dataSet, language)}">`;
  return report?.includes(mark) ? report : null;
}
