import type { Words } from '../../../locales/words.ts';
import type { HoursOfYear } from '../../engine/analytics/playtime-genre.ts';
import type { AnswerTable } from '../contract/command.ts';

/** The columns and rows of a table of hours by release year. */
export function hoursTable(
  years: readonly HoursOfYear[],
  words: Words,
): Pick<AnswerTable, 'columns' | 'rows'> {
  return {
    columns: [
      { heading: words.plain('column.release-year'), align: 'left' },
      { heading: words.plain('column.hours'), align: 'right' },
    ],
    rows: years.map(({ year, hours }) => [String(year), words.number(hours, hours < 10 ? 1 : 0)]),
  };
}
