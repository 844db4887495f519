import { playtimeGenre } from '../engine/analytics/playtime-genre.ts';
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
    name: 'playtime-genre',
    description: 'The release year whose games of a genre were played most',
    options: GENRE_OPTIONS,
  },
  {
    examples: [{ genre: 'Action' }],
    byCaller: PAGE_BY_CALLER,
    kept: () => true,
    ask: async (dataSet, options) => playtimeGenre(dataSet, await genreAsked(dataSet, options)),
    table: ({ genre, releaseYear, hours, byReleaseYear, restsOn }, words) => ({
      title: words.text('playtime-genre.title', { genre, year: releaseYear, hours: Math.round(hours) }),
      ...hoursByYear(byReleaseYear, words),
      notes: hoursNotes(restsOn, words),
    }),
    reply({ genre, releaseYear, hours, byReleaseYear, restsOn }, words, { options, dataSet }) {
      const title = words.text('playtime-genre.title', {
        genre: markdownName(genre),
        year: releaseYear,
        hours: Math.round(hours),
      });
      return hoursReply(
        {
          command: 'playtime-genre',
          other: 'user-for-genre',
          genre,
          title: `🕹️ ${title}`,
          intro: words.text('hours-by-year.all', { players: restsOn.players }),
          years: byReleaseYear,
          page: options.page ?? 1,
          footer: footer(hoursNotes(restsOn, words), dataSet, words),
          picture: hoursPicture(
            {
              title: words.text('playtime-genre.title', {
                genre: plainLine(genre),
                year: releaseYear,
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
