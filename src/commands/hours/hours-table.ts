import type { Plain } from '../../../locales/markdown.ts';
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

/** The notes under such a table: the data behind it, the meaning of its hours and years, and the end of the games. */
export function hoursNotes(restsOn: Plain, { gamesEnd }: { gamesEnd: number | null }, words: Words): Plain[] {
  return [
    restsOn,
    words.plain('rests-on.lifetime-hours'),
    ...(gamesEnd === null ? [] : [words.plain('rests-on.games-end', { year: gamesEnd })]),
  ];
}
