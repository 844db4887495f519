import type { LanguageCode } from '../../../locales/locales.ts';
import { ReportWords } from './report-words.ts';

/** The report as the page shows it: with a way back. */
export function withWayBack(report: string, language: LanguageCode): string {
  const text = new ReportWords(language).text('report.home');
  return report.replace('<header>', `<header>\n<p><a href="/?locale=${language}">${text}</a></p>`);
}
