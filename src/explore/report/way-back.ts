import type { LanguageCode } from '../../../locales/locales.ts';
import { ReportWords } from './report-words.ts';

/** The report with a link back to the start page, as the HTTP server shows it. */
export function withWayBack(report: string, language: LanguageCode): string {
  const text = new ReportWords(language).text('report.home');
  return report.replace('<header>', `<header>\n<p><a href="/?locale=${language}">${text}</a></p>`);
}
