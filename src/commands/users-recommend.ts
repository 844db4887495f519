import { markdown, type Plain } from '../../locales/markdown.ts';
import type { Words } from '../../locales/words.ts';
import { yearsAround } from '../engine/analytics/review-year.ts';
import { type UsersRecommendAnswer, usersRecommend } from '../engine/analytics/users-recommend.ts';
import { defineCommand } from './catalogue/define-command.ts';
import { bar, medal } from './message/embed-bar.ts';
import { COLOURS } from './message/embed-colours.ts';
import { footer, underlined } from './message/footer.ts';
import { reviewNotes } from './message/rests-on.ts';
import { GameNames, unnamedGames } from './names/game-names.ts';
import { yearButtons } from './years/year-buttons.ts';
import { YEAR_OPTIONS, YEAR_SHORT } from './years/year-options.ts';

export default defineCommand(
  {
    name: 'users-recommend',
    description: 'The three most recommended games of a year',
    options: YEAR_OPTIONS,
  },
  {
    short: 'ur',
    shortOptions: YEAR_SHORT,
    examples: [{ year: 2015 }, { year: 2013, 'year-of': 'released' }],
    kept: () => true,
    ask: (dataSet, { year, 'year-of': yearOf = 'reviewed' }) => usersRecommend(dataSet, { year, yearOf }),
    table: ({ year, yearOf, games, restsOn }, words) => ({
      title: words.plain(`users-recommend.title.${yearOf}`, { year }),
      columns: [
        { heading: words.plain('column.rank'), align: 'right' },
        { heading: words.plain('column.game'), align: 'left' },
        { heading: words.plain('column.recommendations'), align: 'right' },
      ],
      rows: games.map(({ rank, name, recommendations }) => [
        String(rank),
        name,
        words.number(recommendations),
      ]),
      empty: words.plain('users-recommend.none'),
      fromReviews: true,
      notes: notesOf(restsOn, words),
    }),
    async beside(dataSet, { year, yearOf, games }, _, asker) {
      const gameIds = games.map(({ gameId }) => gameId);
      const [years, unnamed] = await Promise.all([
        yearsAround(dataSet, year, yearOf),
        unnamedGames(dataSet, gameIds, asker),
      ]);
      return { years, unnamed };
    },
    reply({ year, yearOf, games, restsOn }, words, { dataSet, beside }) {
      const names = new GameNames(words, beside.unnamed);
      const [best] = games;
      const title =
        best === undefined || !names.isNamed(best)
          ? words.text(`users-recommend.title.${yearOf}`, { year })
          : words.text(`users-recommend.answer.${yearOf}`, { game: names.inText(best), year });
      const count = (of: number) => words.text('users-recommend.count', { count: of });
      return {
        embeds: underlined(
          footer(words.plain('origin.reviews', { ...restsOn }), { reviews: true }, dataSet, words),
          [
            {
              color: COLOURS.recommended,
              title: markdown`👍 ${title}`,
              description:
                best === undefined
                  ? words.text('users-recommend.none')
                  : markdown`-# ${words.text('rests-on.recommendations')}`,
            },
            ...games.map((game) =>
              names.embed(game, {
                mark: medal(game.rank),
                color: COLOURS.recommended,
                description: markdown`${bar(game.recommendations / best!.recommendations)} **${count(game.recommendations)}**`,
              }),
            ),
          ],
        ),
        components: yearButtons('users-recommend', { year, yearOf }, beside.years, words),
        files: [],
      };
    },
  },
);

/** The notes on the reviews behind the answer, and on those that count as recommendations. */
function notesOf(restsOn: UsersRecommendAnswer['restsOn'], words: Words): Plain[] {
  return [...reviewNotes(restsOn, words), words.plain('rests-on.recommendations')];
}
