import { markdown, plainLine } from '../../locales/markdown.ts';
import { userForGenre } from '../engine/analytics/user-for-genre.ts';
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
    name: 'user-for-genre',
    description: 'The Steam user in the data with the most hours in a genre',
    options: GENRE_OPTIONS,
  },
  {
    short: 'ug',
    shortOptions: { ...GENRE_SHORT, ...PAGE_SHORT },
    examples: [{ genre: 'Strategy' }],
    byCaller: PAGE_BY_CALLER,
    ask: async (dataSet, options) => userForGenre(dataSet, await genreAsked(dataSet, options)),
    table: ({ genre, userId, hours, byReleaseYear, restsOn }, words) => ({
      title: words.plain('user-for-genre.title', {
        user: plainLine(userId),
        genre: plainLine(words.label(genre)),
        hours: Math.round(hours),
      }),
      ...hoursTable(byReleaseYear, words),
      notes: [
        words.plain('user-for-genre.left-out'),
        ...hoursNotes(words.plain('rests-on.players-compared', { players: restsOn.players }), restsOn, words),
      ],
    }),
    reply({ genre, userId, hours, byReleaseYear, restsOn }, words, { options, dataSet }) {
      const title = words.text('user-for-genre.title', {
        user: markdownName(userId, 80),
        genre: markdownName(words.label(genre), 80),
        hours: Math.round(hours),
      });
      return hoursReply(
        {
          command: 'user-for-genre',
          other: { command: 'playtime-genre', label: words.plain('button.playtime-genre') },
          genre,
          title: markdown`🏆 ${title}`,
          intro: words.text('hours-by-year.theirs'),
          years: byReleaseYear,
          page: options.page ?? 1,
          // The user has not asked to be named, so each reply says whose account this is and how to be left out.
          note: words.text('user-for-genre.left-out'),
          footer: footer(
            words.plain('origin.players', { players: restsOn.players }),
            restsOn,
            dataSet,
            words,
          ),
          picture: hoursPicture(
            {
              title: words.plain('user-for-genre.title', {
                user: plainLine(userId),
                genre: plainLine(words.label(genre)),
                hours: Math.round(hours),
              }),
              years: byReleaseYear,
              whose: words.plain('picture.account'),
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
