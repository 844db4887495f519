import { type Language, ReportWords } from './report-words.ts';

/** The report as the page shows it: with a way back. */
export function withWayBack(report: string, language: Language): string {
  const text = new ReportWords(language).text('home');
  return report.replace('<header>', `<header>\n<p><a href="/?locale=${language}">${text}</a></p>`);
}
