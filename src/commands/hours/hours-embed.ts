import type { Words } from '../../../locales/words.ts';
import type { HoursOfYear } from '../../engine/analytics/playtime-genre.ts';
import { valueForName } from '../contract/long-names.ts';
import type { Picture } from '../contract/picture.ts';
import type { Reply } from '../contract/reply.ts';
import { type AskButton, buttonRow } from '../message/buttons.ts';
import { alignFigures, bar, medal } from '../message/embed-bar.ts';
import { COLOURS } from '../message/embed-colours.ts';
import type { Footer } from '../message/footer.ts';

/** So many years are shown at once. */
const YEARS = 10;

/** A smaller share would be rounded to nothing. */
const LEAST_SHARE = 0.001;

/** Hours by release year as lines of text with bars, the most hours first. */
interface HoursPage {
  lines: string;
  page: number;
  pages: number;
}

/** The years of a page; the nearest page where there is no such one. Years without hours are left out. */
function hoursPage(years: readonly HoursOfYear[], wanted: number, words: Words): HoursPage {
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

/** A question about a genre whose answer is hours by release year. */
type HoursQuestion = 'playtime-genre' | 'user-for-genre';

/** What a reply with hours by release year is made of. */
export interface HoursReply {
  command: HoursQuestion;
  /** The other question that can be asked of the genre. */
  other: HoursQuestion;
  genre: string;
  title: string;
  /** Said above the years. */
  intro: string;
  years: readonly HoursOfYear[];
  page: number;
  footer: Footer;
  picture: Picture;
}

/** Hours by release year, with buttons through the pages and to the other question about the genre. */
export function hoursReply(given: HoursReply, words: Words): Reply {
  const { command, other, title, intro, years, footer, picture } = given;
  const { lines, page, pages } = hoursPage(years, given.page, words);
  const genre = valueForName(given.genre);
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
  return {
    embeds: [{ color: COLOURS.hours, title, description: `${intro}\n${lines}`, ...footer }],
    components: buttonRow(
      turn(words.text('button.more-hours'), page - 1),
      turn(words.text('button.fewer-hours'), page + 1),
      { label: words.text(`button.${other}`), command: other, options: { genre }, effect: 'update' },
    ),
    files: [],
    picture,
  };
}
