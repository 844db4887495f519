import { userForGenre } from '../engine/analytics/user-for-genre.ts';
import { defineCommand } from './framework/command.ts';
import { markdownName, plainLine } from './framework/embed-text.ts';
import { footer } from './framework/footer.ts';
import { completeGenre, GENRE_OPTIONS, genreAsked } from './framework/genre-options.ts';
import { hoursByYear } from './framework/hours-by-year.ts';
import { hoursReply } from './framework/hours-embed.ts';
import { hoursPicture } from './framework/hours-picture.ts';
import { PAGE_BY_CALLER } from './framework/page-option.ts';
import { hoursNotes } from './framework/rests-on.ts';

export default defineCommand(
  {
    name: 'user-for-genre',
    description: 'The user with the most hours in a genre',
    options: GENRE_OPTIONS,
  },
  {
    examples: [{ genre: 'Strategy' }],
    byCaller: PAGE_BY_CALLER,
    ask: async (dataSet, options) => userForGenre(dataSet, await genreAsked(dataSet, options)),
    table: ({ genre, userId, hours, byReleaseYear, restsOn }, words) => ({
      title: words.text('user-for-genre.title', { user: userId, genre, hours: Math.round(hours) }),
      ...hoursByYear(byReleaseYear, words),
      notes: hoursNotes(restsOn, words),
    }),
    reply({ genre, userId, hours, byReleaseYear, restsOn }, words, { options, dataSet }) {
      const title = words.text('user-for-genre.title', {
        user: markdownName(userId, 80),
        genre: markdownName(genre, 80),
        hours: Math.round(hours),
      });
      return hoursReply(
        {
          command: 'user-for-genre',
          other: 'playtime-genre',
          genre,
          title: `🏆 ${title}`,
          intro: words.text('hours-by-year.theirs'),
          years: byReleaseYear,
          page: options.page ?? 1,
          footer: footer(hoursNotes(restsOn, words), dataSet, words),
          picture: hoursPicture(
            {
              title: words.text('user-for-genre.title', {
                user: plainLine(userId),
                genre: plainLine(genre),
                hours: Math.round(hours),
              }),
              years: byReleaseYear,
              restsOn,
            },
            dataSet,
            words,
          ),
        },
        words,
      );
    },
    complete: completeGenre,
  },
);
