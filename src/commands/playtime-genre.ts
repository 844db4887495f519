import { markdown, plainLine } from '../../locales/markdown.ts';
import { type PlaytimeGenreAnswer, playtimeGenre } from '../engine/analytics/playtime-genre.ts';
import { defineCommand } from './catalogue/define-command.ts';
import { hoursPicture } from './hours/hours-picture.ts';
import { hoursReply } from './hours/hours-reply.ts';
import { hoursNotes, hoursTable } from './hours/hours-table.ts';
import { PAGE_BY_CALLER, PAGE_SHORT } from './hours/page-option.ts';
import { markdownName } from './message/embed-text.ts';
import { footer } from './message/footer.ts';
import { completeGenre, GENRE_OPTIONS, GENRE_SHORT, genreAsked } from './names/genre-options.ts';

export default defineCommand(
  {
    name: 'playtime-genre',
    description: 'The release year with the most hours played in a genre',
    options: GENRE_OPTIONS,
  },
  {
    short: 'pg',
    shortOptions: { ...GENRE_SHORT, ...PAGE_SHORT },
    examples: [{ genre: 'Action' }],
    byCaller: PAGE_BY_CALLER,
    kept: () => true,
    ask: async (dataSet, options) => playtimeGenre(dataSet, await genreAsked(dataSet, options)),
    table: ({ genre, releaseYear, hours, byReleaseYear, restsOn }, words) => ({
      title: words.plain('playtime-genre.title', {
        genre: plainLine(words.label(genre)),
        year: releaseYear,
        hours: Math.round(hours),
      }),
      ...hoursTable(byReleaseYear, words),
      notes: hoursNotes(words.plain('rests-on.players-and-hours', whole(restsOn)), restsOn, words),
    }),
    reply({ genre, releaseYear, hours, byReleaseYear, restsOn }, words, { options, dataSet }) {
      const title = words.text('playtime-genre.title', {
        genre: markdownName(words.label(genre)),
        year: releaseYear,
        hours: Math.round(hours),
      });
      return hoursReply(
        {
          command: 'playtime-genre',
          other: { command: 'user-for-genre', label: words.plain('button.user-for-genre') },
          genre,
          title: markdown`🕹️ ${title}`,
          intro: words.text('hours-by-year.all', { players: restsOn.players }),
          years: byReleaseYear,
          page: options.page ?? 1,
          footer: footer(words.plain('origin.players-and-hours', whole(restsOn)), restsOn, dataSet, words),
          picture: hoursPicture(
            {
              title: words.plain('playtime-genre.title', {
                genre: plainLine(words.label(genre)),
                year: releaseYear,
                hours: Math.round(hours),
              }),
              years: byReleaseYear,
              whose: words.plain('picture.players', { players: restsOn.players }),
              gamesEnd: restsOn.gamesEnd,
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

/** The players and their hours behind the answer, in whole hours. */
function whole({ players, hours }: PlaytimeGenreAnswer['restsOn']): { players: number; hours: number } {
  return { players, hours: Math.round(hours) };
}
