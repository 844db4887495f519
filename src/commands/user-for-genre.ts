import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { userForGenre } from '../engine/analytics/user-for-genre.ts';
import { defineCommand } from './framework/command.ts';
import { hoursByYear } from './framework/hours-by-year.ts';

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
      },
    ],
  },
  {
    ask: userForGenre,
    table: ({ genre, userId, hours, byReleaseYear, restsOn }, words) => ({
      title: words.text('user-for-genre.title', { user: userId, genre, hours: Math.round(hours) }),
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
