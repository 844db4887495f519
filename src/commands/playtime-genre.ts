import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { playtimeGenre } from '../engine/analytics/playtime-genre.ts';
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
    name: 'playtime-genre',
    description: 'The release year whose games of a genre were played most',
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
    examples: [{ genre: 'Action' }],
    byCaller: PAGE_BY_CALLER,
    ask: async (dataSet, { genre }) =>
      playtimeGenre(dataSet, { genre: nameOfToken(genre, (await dataSet.genres()).names) }),
    table: ({ genre, releaseYear, hours, byReleaseYear, restsOn }, words) => ({
      title: words.text('playtime-genre.title', { genre, year: releaseYear, hours: Math.round(hours) }),
      ...hoursByYear(byReleaseYear, words),
      notes: hoursNotes(restsOn, words),
    }),
    reply({ genre, releaseYear, hours, byReleaseYear, restsOn }, words, { options, dataSet }) {
      const page = hoursPage(byReleaseYear, options.page ?? 1, words);
      const title = words.text('playtime-genre.title', {
        genre: markdownName(genre),
        year: releaseYear,
        hours: Math.round(hours),
      });
      const intro = words.text('hours-by-year.all', { players: restsOn.players });
      const other = {
        label: words.text('button.user-for-genre'),
        command: 'user-for-genre',
        options: { genre: valueForName(genre) },
        effect: 'update',
      } as const;
      return {
        embeds: [
          {
            color: COLOURS.hours,
            title: `🕹️ ${title}`,
            description: `${intro}\n${page.lines}`,
            ...footer(hoursNotes(restsOn, words), dataSet, words),
          },
        ],
        components: hoursButtons(
          page,
          { command: 'playtime-genre', genre: valueForName(genre), other },
          words,
        ),
        files: [],
      };
    },
    complete: async (dataSet, { typed }) => completeNames(await dataSet.genres(), typed),
  },
);
