import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { userForGenre } from '../engine/analytics/user-for-genre.ts';
import { defineCommand } from './framework/command.ts';
import { completeNames } from './framework/complete-names.ts';
import { COLOURS } from './framework/embed-colours.ts';
import { markdownName } from './framework/embed-text.ts';
import { footer } from './framework/footer.ts';
import { hoursByYear } from './framework/hours-by-year.ts';
import { hoursButtons, hoursPage } from './framework/hours-embed.ts';
import { nameOfToken, valueForName } from './framework/long-names.ts';
import { PAGE_BY_CALLER } from './framework/page-option.ts';
import { hoursNotes } from './framework/rests-on.ts';

export default defineCommand(
  {
    name: 'user-for-genre',
    description: 'The user with the most hours in a genre',
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'genre',
        description: 'The genre, such as Action',
        required: true,
        autocomplete: true,
      },
    ],
  },
  {
    examples: [{ genre: 'Strategy' }],
    byCaller: PAGE_BY_CALLER,
    ask: async (dataSet, { genre }) =>
      userForGenre(dataSet, { genre: nameOfToken(genre, (await dataSet.genres()).names) }),
    table: ({ genre, userId, hours, byReleaseYear, restsOn }, words) => ({
      title: words.text('user-for-genre.title', { user: userId, genre, hours: Math.round(hours) }),
      ...hoursByYear(byReleaseYear, words),
      notes: hoursNotes(restsOn, words),
    }),
    reply({ genre, userId, hours, byReleaseYear, restsOn }, words, { options, dataSet }) {
      const page = hoursPage(byReleaseYear, options.page ?? 1, words);
      const title = words.text('user-for-genre.title', {
        user: markdownName(userId, 80),
        genre: markdownName(genre, 80),
        hours: Math.round(hours),
      });
      const other = {
        label: words.text('button.playtime-genre'),
        command: 'playtime-genre',
        options: { genre: valueForName(genre) },
        effect: 'update',
      } as const;
      return {
        embeds: [
          {
            color: COLOURS.hours,
            title: `🏆 ${title}`,
            description: `${words.text('hours-by-year.theirs')}\n${page.lines}`,
            ...footer(hoursNotes(restsOn, words), dataSet, words),
          },
        ],
        components: hoursButtons(
          page,
          { command: 'user-for-genre', genre: valueForName(genre), other },
          words,
        ),
        files: [],
      };
    },
    complete: async (dataSet, { typed }) => completeNames(await dataSet.genres(), typed),
  },
);
