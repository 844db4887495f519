import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { escapeWithin, inLines, joined, markdown, own, type Plain } from '../../locales/markdown.ts';
import type { Words } from '../../locales/words.ts';
import { yearsAround } from '../engine/analytics/review-year.ts';
import {
  type BadDeveloper,
  LEAST_REVIEWS,
  type UsersWorstDeveloperAnswer,
  usersWorstDeveloper,
} from '../engine/analytics/users-worst-developer.ts';
import { defineCommand } from './catalogue/define-command.ts';
import type { AskButton } from './message/buttons.ts';
import { bar, medal } from './message/embed-bar.ts';
import { COLOURS } from './message/embed-colours.ts';
import { markdownName } from './message/embed-text.ts';
import { footer } from './message/footer.ts';
import { reviewNotes } from './message/rests-on.ts';
import { yearButtons } from './years/year-buttons.ts';
import { YEAR_OPTIONS, YEAR_SHORT } from './years/year-options.ts';

export default defineCommand(
  {
    name: 'users-worst-developer',
    description: 'The three developers with the most bad reviews in a year',
    options: [
      ...YEAR_OPTIONS,
      {
        type: ApplicationCommandOptionType.String,
        name: 'by',
        description: 'Whether the number of bad reviews ranks the developers, or their share',
        choices: [
          { name: 'number of bad reviews', value: 'count' },
          { name: 'share of bad reviews', value: 'share' },
        ],
      },
    ],
  },
  {
    short: 'uw',
    shortOptions: { ...YEAR_SHORT, by: 'b' },
    examples: [{ year: 2015 }, { year: 2015, by: 'share' }],
    kept: () => true,
    ask: (dataSet, { year, 'year-of': yearOf = 'reviewed', by = 'count' }) =>
      usersWorstDeveloper(dataSet, { year, yearOf, by }),
    table: (answer, words) => ({
      title: titleInPlain(answer, words),
      columns: [
        { heading: words.plain('column.rank'), align: 'right' },
        { heading: words.plain('column.developer'), align: 'left' },
        { heading: words.plain('column.bad-reviews'), align: 'right' },
        { heading: words.plain('column.reviews'), align: 'right' },
        { heading: words.plain('column.share'), align: 'right' },
        { heading: words.plain('column.at-least'), align: 'right' },
      ],
      rows: answer.developers.map(({ rank, developer, badReviews, reviews, share, shareAtLeast }) => [
        String(rank),
        developer,
        words.number(badReviews),
        words.number(reviews),
        words.percent(share),
        words.percent(shareAtLeast),
      ]),
      empty: words.plain(`users-worst-developer.none.${answer.by}`, {
        least: LEAST_REVIEWS,
        yearOf: own(answer.yearOf),
      }),
      fromReviews: true,
      notes: [...reviewNotes(answer.restsOn, words), ...countedNotes(answer, words)],
    }),
    beside: (dataSet, { year, yearOf }) => yearsAround(dataSet, year, yearOf),
    reply(answer, words, { dataSet, beside }) {
      const { year, yearOf, by, developers, restsOn } = answer;
      const [worst] = developers;
      const title =
        worst === undefined
          ? words.text(`users-worst-developer.title.${by}.${yearOf}`, { year })
          : words.text(`users-worst-developer.answer.${by}.${yearOf}`, {
              developer: markdownName(worst.developer),
              year,
            });
      const length = (one: BadDeveloper) =>
        by === 'share' ? one.share / worst!.share : one.badReviews / worst!.badReviews;
      const lines = developers.map((one) => {
        const count = words.text('users-worst-developer.count', { count: one.badReviews });
        const share = words.text('users-worst-developer.share', {
          share: words.percent(one.share),
          reviews: one.reviews,
          least: words.percent(one.shareAtLeast),
          yearOf: own(yearOf),
        });
        return markdown`${medal(one.rank)} **${markdownName(one.developer)}**\n${bar(length(one))} ${count}\n${share}`;
      });
      return {
        embeds: [
          {
            color: COLOURS.bad,
            title: markdown`👎 ${title}`,
            description:
              lines.length === 0
                ? words.text(`users-worst-developer.none.${by}`, {
                    least: LEAST_REVIEWS,
                    yearOf: own(yearOf),
                  })
                : inLines([
                    ...lines,
                    markdown`-# ${joined(countedNotes(answer, words).map(escapeWithin), ' ')}`,
                  ]),
            ...footer(words.plain('origin.reviews', { ...restsOn }), { reviews: true }, dataSet, words),
          },
        ],
        components: yearButtons('users-worst-developer', { year, yearOf }, beside, words, {
          kept: by === 'share' ? { by } : {},
          others: [otherRanking(answer, words)],
        }),
        files: [],
      };
    },
  },
);

/** The question of an answer as a title. */
function titleInPlain({ year, yearOf, by }: UsersWorstDeveloperAnswer, words: Words): Plain {
  return words.plain(`users-worst-developer.title.${by}.${yearOf}`, { year });
}

/** The meaning of a bad review, and the developers that a ranking by share leaves out. */
function countedNotes({ by, yearOf }: UsersWorstDeveloperAnswer, words: Words): Plain[] {
  const least = words.plain('users-worst-developer.least', { least: LEAST_REVIEWS, yearOf: own(yearOf) });
  return [words.plain('rests-on.bad-reviews'), ...(by === 'share' ? [least] : [])];
}

/** The button to the same year in the other ranking. */
function otherRanking({ year, yearOf, by }: UsersWorstDeveloperAnswer, words: Words): AskButton {
  const other = by === 'share' ? 'count' : 'share';
  return {
    label: words.plain(`button.by-${other}`),
    command: 'users-worst-developer',
    options: { year, 'year-of': yearOf, by: other },
    effect: 'update',
  };
}
