import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LanguageCode } from '../../../locales/locales.ts';
import type { ServedDataSet } from '../../database/served-data-set.ts';

/** The version of the report's content. Raise it with every change: stored reports of other versions are not shown. */
const REPORT_VERSION = 2;

/**
 * A mark of the data set, language and version of a report. It holds the moment of publication, because data sets of two
 * databases can have the same number.
 */
export function identityOf({ id, publishedAt }: ServedDataSet, language: LanguageCode): string {
  return `${REPORT_VERSION} ${id} ${publishedAt.toISOString()} ${language}`;
}

/** The path of the stored report in a language, which the page also reads. */
export function reportPath(dataFolder: string, language: LanguageCode): string {
  return join(dataFolder, language === 'en' ? 'explore.html' : `explore.${language}.html`);
}

/** Writes a report in one step, so that readers get either the old report or the new one. Only its owner may read it. */
export async function writeReport(path: string, report: string): Promise<void> {
  const part = `${path}.${process.pid}.part`;
  await writeFile(part, report, { mode: 0o600 });
  await rename(part, path);
}

/** The stored report on a data set in a language; null if there is none of this version. */
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
