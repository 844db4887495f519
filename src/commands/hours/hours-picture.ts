import { joined, type Plain, plain } from '../../../locales/markdown.ts';
import type { Words } from '../../../locales/words.ts';
import type { HoursOfYear } from '../../engine/analytics/playtime-genre.ts';
import type { DataSet } from '../../engine/data-set/data-set.ts';
import type { Picture } from '../contract/picture.ts';
import { originLine } from '../message/origin-line.ts';

/** The parts of a picture of hours by release year. */
export interface HoursPicture {
  title: Plain;
  years: readonly HoursOfYear[];
  /** The people whose hours these are, such as `1,234 players`. */
  whose: Plain;
  /** The last release year of the genre's games; null where none has a year. */
  gamesEnd: number | null;
}

/**
 * A picture of hours by release year, as columns along a time axis, which the list beside it does not show. The year with the
 * most hours is marked, the first of the list; a year without hours is a gap.
 */
export function hoursPicture(
  { title, years, whose, gamesEnd }: HoursPicture,
  dataSet: DataSet,
  words: Words,
): Picture {
  const played = years.filter(({ hours }) => hours > 0).toSorted((a, b) => a.year - b.year);
  const first = played[0]?.year ?? 0;
  const last = played.at(-1)?.year ?? first - 1;
  const hoursOf = new Map(played.map(({ year, hours }) => [year, hours]));
  const columns = Array.from({ length: last - first + 1 }, (_, place) => ({
    label: String(first + place),
    value: hoursOf.get(first + place) ?? 0,
  }));
  const [best, ...others] = played.toSorted((a, b) => b.hours - a.hours || a.year - b.year);
  const text = ({ year, hours }: HoursOfYear) => plain`${year} · ${words.hours(hours)}`;
  return {
    chart: {
      kind: 'columns',
      title,
      unit: words.plain('picture.hours'),
      source: originLine(whose, { gamesEnd }, dataSet, words),
      locale: words.locale,
      columns,
      marked: best === undefined ? null : { place: best.year - first, text: text(best) },
    },
    description: words.plain('picture.description', {
      title,
      unit: words.plain('picture.hours'),
      figures: joined(
        [best, ...others].flatMap((year) => (year === undefined ? [] : [text(year)])),
        '; ',
      ),
    }),
  };
}

/** The same picture without the mark, beside a page of the list that does not have the marked year. */
export function withoutMark({ chart, description }: Picture): Picture {
  return { chart: chart.kind === 'columns' ? { ...chart, marked: null } : chart, description };
}
