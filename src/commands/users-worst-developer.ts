import { inLines, markdown, plainLine } from '../../locales/markdown.ts';
import { yearsAround } from '../engine/analytics/review-year.ts';
import { usersWorstDeveloper } from '../engine/analytics/users-worst-developer.ts';
import { defineCommand } from './catalogue/define-command.ts';
import { bar, medal } from './message/embed-bar.ts';
import { COLOURS } from './message/embed-colours.ts';
import { markdownName } from './message/embed-text.ts';
import { footer } from './message/footer.ts';
import { ranksPicture } from './message/ranks-picture.ts';
import { reviewNotes } from './message/rests-on.ts';
import { yearButtons } from './years/year-buttons.ts';
import { YEAR_OPTIONS, YEAR_SHORT } from './years/year-options.ts';

export default defineCommand(
  {
    name: 'users-worst-developer',
    description: 'The three developers with the most bad reviews in a year',
    options: YEAR_OPTIONS,
  },
  {
    short: 'uw',
    shortOptions: YEAR_SHORT,
    examples: [{ year: 2015 }],
    kept: () => true,
    ask: (dataSet, { year, 'year-of': yearOf = 'reviewed' }) =>
      usersWorstDeveloper(dataSet, { year, yearOf }),
    table: ({ year, yearOf, developers, restsOn }, words) => ({
      title: words.plain(`users-worst-developer.title.${yearOf}`, { year }),
      columns: [
        { heading: words.plain('column.rank'), align: 'right' },
        { heading: words.plain('column.developer'), align: 'left' },
        { heading: words.plain('column.bad-reviews'), align: 'right' },
      ],
      rows: developers.map(({ rank, developer, badReviews }) => [
        String(rank),
        developer,
        words.number(badReviews),
      ]),
      empty: words.plain('users-worst-developer.none'),
      notes: reviewNotes(restsOn, words),
    }),
    beside: (dataSet, { year, yearOf }) => yearsAround(dataSet, year, yearOf),
    reply({ year, yearOf, developers, restsOn }, words, { dataSet, beside }) {
      const [worst] = developers;
      const title =
        worst === undefined
          ? words.text(`users-worst-developer.title.${yearOf}`, { year })
          : words.text(`users-worst-developer.answer.${yearOf}`, {
              developer: markdownName(worst.developer),
              year,
            });
      const lines = developers.map(({ rank, developer, badReviews }) => {
        const count = words.text('users-worst-developer.count', { count: badReviews });
        return markdown`${medal(rank)} **${markdownName(developer)}**\n${bar(badReviews / worst!.badReviews)} ${count}`;
      });
      return {
        embeds: [
          {
            color: COLOURS.bad,
            title: markdown`👎 ${title}`,
            description: lines.length === 0 ? words.text('users-worst-developer.none') : inLines(lines),
            ...footer(reviewNotes(restsOn, words), dataSet, words),
          },
        ],
        components: yearButtons('users-worst-developer', { year, yearOf }, beside, words),
        files: [],
        ...(developers.length === 0
          ? {}
          : {
              picture: ranksPicture(
                {
                  title: words.plain(`users-worst-developer.title.${yearOf}`, { year }),
                  unit: words.plain('column.bad-reviews'),
                  restsOn: words.plain('picture.reviews', { reviews: restsOn.reviews }),
                  bars: developers.map(({ developer, badReviews }) => ({
                    name: plainLine(developer),
                    value: badReviews,
                  })),
                },
                dataSet,
                words,
              ),
            }),
      };
    },
  },
);
