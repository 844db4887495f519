import { inLines, type Markdown, markdown, type Plain } from '../../../locales/markdown.ts';
import type { Words } from '../../../locales/words.ts';
import type { HoursOfYear } from '../../engine/analytics/playtime-genre.ts';
import { valueForName } from '../contract/long-names.ts';
import type { Picture } from '../contract/picture.ts';
import type { LayoutReply } from '../contract/reply.ts';
import { asLayout } from '../message/as-layout.ts';
import { type AskButton, buttonRow } from '../message/buttons.ts';
import { alignFigures, medal } from '../message/embed-bar.ts';
import { COLOURS } from '../message/embed-colours.ts';
import type { Footer } from '../message/footer.ts';
import { withoutMark } from './hours-picture.ts';

/** The number of years on a page. */
const YEARS = 10;

/** The smallest share that is shown as a number; a smaller one would be rounded to nothing. */
const LEAST_SHARE = 0.001;

/** One page of hours by release year. */
interface HoursPage {
  /** A line for each year, the most hours first. */
  lines: Markdown;
  /** The number of the page, from 1. */
  page: number;
  /** The number of pages. */
  pages: number;
}

/** The wanted page, or the nearest one that exists. Years without hours are left out. */
function hoursPage(years: readonly HoursOfYear[], wanted: number, words: Words): HoursPage {
  const ranked = years
    .filter(({ hours }) => hours > 0)
    .toSorted((a, b) => b.hours - a.hours || a.year - b.year);
  const all = ranked.reduce((sum, { hours }) => sum + hours, 0);
  const pages = Math.max(1, Math.ceil(ranked.length / YEARS));
  const page = Math.min(pages, Math.max(1, wanted));
  const from = (page - 1) * YEARS;
  const shown = ranked.slice(from, from + YEARS);
  const figures = alignFigures(shown.map(({ hours }) => words.hours(hours)));
  const lines = shown.map(
    ({ year, hours }, place) =>
      markdown`${medal(from + place + 1)} **${year}** ${figures[place]!} · ${shareInWords(hours / all, words)}`,
  );
  if (pages > 1) {
    const where = { from: from + 1, to: from + shown.length, count: ranked.length };
    lines.push(markdown`*${words.text('hours-by-year.page', where)}*`);
  }
  return { lines: inLines(lines), page, pages };
}

/** A share with one decimal, or `< 0.1%`. */
function shareInWords(share: number, words: Words): Markdown {
  return share < LEAST_SHARE ? markdown`< ${words.percent(LEAST_SHARE)}` : words.percent(share);
}

/** The parts of a reply with hours by release year. */
export interface HoursReply {
  /** The command that was asked, for the buttons to other pages. */
  command: string;
  /** The other question about the genre, and the label of its button. */
  other: { command: string; label: Plain };
  genre: string;
  title: Markdown;
  /** The line above the years. */
  intro: Markdown;
  years: readonly HoursOfYear[];
  /** The wanted page, from 1. */
  page: number;
  /** A sentence in small print under the years. */
  note?: Markdown;
  footer: Footer;
  picture: Picture;
}

/**
 * A reply with hours by release year, and buttons to the other pages and to the other question about the genre. It is a
 * layout, so that the buttons stand right under the list, and the picture below them.
 */
export function hoursReply(given: HoursReply, words: Words): LayoutReply {
  const { command, other, title, intro, years, note, footer, picture } = given;
  const { lines, page, pages } = hoursPage(years, given.page, words);
  const genre = valueForName(given.genre);
  const turn = (label: Plain, to: number): AskButton | null =>
    pages === 1
      ? null
      : {
          label,
          command,
          options: { genre, page: to },
          effect: 'update',
          disabled: to < 1 || to > pages,
        };
  return asLayout({
    embeds: [
      {
        color: COLOURS.hours,
        title,
        description: inLines([intro, lines, ...(note === undefined ? [] : [markdown`-# ${note}`])]),
        ...footer,
      },
    ],
    components: buttonRow(
      turn(words.plain('button.more-hours'), page - 1),
      turn(words.plain('button.fewer-hours'), page + 1),
      { ...other, options: { genre }, effect: 'update' },
    ),
    files: [],
    picture: page === 1 ? picture : withoutMark(picture),
  });
}
