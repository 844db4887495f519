import { usersWorstDeveloper } from '../engine/analytics/users-worst-developer.ts';
import { defineCommand } from './framework/command.ts';
import { reviewNotes } from './framework/rests-on.ts';
import { YEAR_OPTIONS } from './framework/year-options.ts';

export default defineCommand(
  {
    name: 'users-worst-developer',
    description: 'The three developers with the most bad reviews of a year',
    options: YEAR_OPTIONS,
  },
  {
    ask: (dataSet, { year, 'year-of': yearOf = 'reviewed' }) =>
      usersWorstDeveloper(dataSet, { year, yearOf }),
    table: ({ year, yearOf, developers, restsOn }, words) => ({
      title: words.text(`users-worst-developer.title.${yearOf}`, { year }),
      columns: [
        { heading: words.text('column.rank'), align: 'right' },
        { heading: words.text('column.developer'), align: 'left' },
        { heading: words.text('column.bad-reviews'), align: 'right' },
      ],
      rows: developers.map(({ rank, developer, badReviews }) => [
        String(rank),
        developer,
        words.number(badReviews),
      ]),
      empty: words.text('users-worst-developer.none'),
      notes: reviewNotes(restsOn, words),
    }),
  },
);
