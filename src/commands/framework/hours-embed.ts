import type { Words } from '../../../locales/words.ts';
import type { HoursOfYear } from '../../engine/analytics/playtime-genre.ts';
import { type AskButton, buttonRow } from './buttons.ts';
import { alignFigures, bar, medal } from './embed-bar.ts';
import type { Reply } from './reply.ts';

/** So many years are shown at once. */
const YEARS = 10;

/** A smaller share would be rounded to nothing. */
const LEAST_SHARE = 0.001;

/** Hours by release year as lines of text with bars, the most hours first. */
export interface HoursPage {
  lines: string;
  page: number;
  pages: number;
}

/** The years of a page; the nearest page where there is no such one. Years without hours are left out. */
export function hoursPage(years: readonly HoursOfYear[], wanted: number, words: Words): HoursPage {
  const ranked = years
    .filter(({ hours }) => hours > 0)
    .toSorted((a, b) => b.hours - a.hours || a.year - b.year);
  const all = ranked.reduce((sum, { hours }) => sum + hours, 0);
  const most = ranked[0]?.hours ?? 0;
  const pages = Math.max(1, Math.ceil(ranked.length / YEARS));
  const page = Math.min(pages, Math.max(1, wanted));
  const from = (page - 1) * YEARS;
  const shown = ranked.slice(from, from + YEARS);
  const figures = alignFigures(shown.map(({ hours }) => words.hours(hours)));
  const lines = shown.map(
    ({ year, hours }, place) =>
      `${medal(from + place + 1)} **${year}** ${bar(hours / most)} ${figures[place]} · ${shareInWords(hours / all, words)}`,
  );
  if (pages > 1) {
    const where = { from: from + 1, to: from + shown.length, count: ranked.length };
    lines.push(`*${words.text('hours-by-year.page', where)}*`);
  }
  return { lines: lines.join('\n'), page, pages };
}

/** A share with one decimal, or that it is less than that. */
function shareInWords(share: number, words: Words): string {
  return share < LEAST_SHARE ? `< ${words.percent(LEAST_SHARE)}` : words.percent(share);
}

/** Buttons through the pages of a question about a genre, and to the other question about it. */
export function hoursButtons(
  { page, pages }: HoursPage,
  { command, genre, other }: { command: string; genre: string; other: AskButton },
  words: Words,
): Reply['components'] {
  const turn = (label: string, to: number): AskButton | null =>
    pages === 1
      ? null
      : {
          label,
          command,
          options: { genre, page: to },
          effect: 'update',
          disabled: to < 1 || to > pages,
        };
  return buttonRow(
    turn(words.text('button.more-hours'), page - 1),
    turn(words.text('button.fewer-hours'), page + 1),
    other,
  );
}
