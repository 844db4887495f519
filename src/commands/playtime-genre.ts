import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { playtimeGenre } from '../engine/analytics/playtime-genre.ts';
import { defineCommand } from './framework/command.ts';
import { hoursByYear } from './framework/hours-by-year.ts';

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
      },
    ],
  },
  {
    ask: playtimeGenre,
    table: ({ genre, releaseYear, hours, byReleaseYear, restsOn }, words) => ({
      title: words.text('playtime-genre.title', { genre, year: releaseYear, hours: Math.round(hours) }),
      ...hoursByYear(byReleaseYear, words),
      notes: [
        words.text('rests-on.players-and-hours', {
          players: restsOn.players,
          hours: Math.round(restsOn.hours),
        }),
      ],
    }),
  },
);
