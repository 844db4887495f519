import { usersRecommend } from '../engine/analytics/users-recommend.ts';
import { defineCommand } from './framework/command.ts';
import { reviewNotes } from './framework/rests-on.ts';
import { YEAR_OPTIONS } from './framework/year-options.ts';

export default defineCommand(
  {
    name: 'users-recommend',
    description: 'The three games with the most recommendations of a year',
    options: YEAR_OPTIONS,
  },
  {
    ask: (dataSet, { year, 'year-of': yearOf = 'reviewed' }) => usersRecommend(dataSet, { year, yearOf }),
    table: ({ year, yearOf, games, restsOn }, words) => ({
      title: words.text(`users-recommend.title.${yearOf}`, { year }),
      columns: [
        { heading: words.text('column.rank'), align: 'right' },
        { heading: words.text('column.game'), align: 'left' },
        { heading: words.text('column.recommendations'), align: 'right' },
      ],
      rows: games.map(({ rank, name, recommendations }) => [
        String(rank),
        name,
        words.number(recommendations),
      ]),
      empty: words.text('users-recommend.none'),
      notes: reviewNotes(restsOn, words),
    }),
  },
);
