import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { Words } from '../../locales/words.ts';
import { type RecommendUserAnswer, recommendUser } from '../engine/recommender/recommend-user.ts';
import { defineCommand } from './catalogue/define-command.ts';
import { markdownName, plainLine } from './message/embed-text.ts';
import { footer } from './message/footer.ts';
import { GameNames, unnamedGames } from './names/game-names.ts';
import { mayGoOn, picksReply } from './picks/picks-reply.ts';
import { userReasonWords } from './picks/reason-words.ts';
import { sharesPicture } from './picks/shares-picture.ts';
import {
  completeSteering,
  STEERING_BY_CALLER,
  STEERING_OPTIONS,
  steering,
} from './picks/steering-options.ts';

/** So many games that somebody likes are named in the title; and how long each is at most. */
const LIKES_NAMED = 3;
const LIKE_LENGTH = 50;

export default defineCommand(
  {
    name: 'recommend-user',
    description: 'Five games for a Steam user, or for someone who likes the games that you name',
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'likes',
        description: 'Up to ten games, commas between: Portal 2, Terraria',
        autocomplete: true,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'user',
        description: 'A Steam user id, as the data has it',
      },
      ...STEERING_OPTIONS,
    ],
  },
  {
    examples: [{ likes: 'Portal 2, Terraria' }],
    byCaller: STEERING_BY_CALLER,
    // Not of a user's library: they may be hidden at any moment.
    kept: ({ user }) => user === undefined,
    ask: async (dataSet, { user, likes, ...options }, asker) =>
      recommendUser(dataSet, { user, likes, ...(await steering(dataSet, options, asker)) }),
    table: (answer, words) => ({
      title: title(answer, words),
      columns: [
        { heading: words.text('column.rank'), align: 'right' },
        { heading: words.text('column.game'), align: 'left' },
        { heading: words.text('column.because'), align: 'left' },
      ],
      rows: answer.games.map(({ rank, name, because }) => [
        String(rank),
        name,
        userReasonWords(because, words),
      ]),
      empty: words.text('recommend.none'),
      notes: [
        ...(answer.basis === 'popularity' ? [words.text('recommend.popular')] : []),
        restsOn(answer, words),
      ],
    }),
    async beside(dataSet, { games, likes = [] }, options, asker) {
      const { user } = options;
      const wishes = await steering(dataSet, options, asker);
      const { page } = wishes;
      const goesOn = async () => {
        const next = await recommendUser(dataSet, {
          user,
          likes: user === undefined ? idsOf(likes) : undefined,
          ...wishes,
          page: page + 1,
        });
        return next.games.length > 0;
      };
      const reasons = games.flatMap(({ because }) => because.filter((reason) => reason.kind === 'played'));
      const gameIds = [...games, ...likes, ...reasons].map(({ gameId }) => gameId);
      return {
        wishes,
        unnamed: await unnamedGames(dataSet, gameIds, asker),
        more: mayGoOn(page, games.length) && (await goesOn()),
      };
    },
    reply(answer, words, { dataSet, beside }) {
      const { basis, likes, games } = answer;
      const names = new GameNames(words, beside.unnamed);
      const naming = { game: (game: (typeof games)[number]) => names.inText(game), text: markdownName };
      const whose = likes === undefined ? 'user' : 'likes';
      const intro =
        basis === 'popularity'
          ? words.text('recommend-user.intro.popularity')
          : words.text(`recommend-user.intro.${whose}.${basis}`);
      const shown: RecommendUserAnswer = {
        ...answer,
        userId: answer.userId === null ? null : markdownName(answer.userId),
        ...(likes === undefined
          ? {}
          : { likes: likes.map((game) => ({ ...game, name: names.inText(game, LIKE_LENGTH) })) }),
      };
      return picksReply(
        {
          title: `✨ ${title(shown, words)}`,
          intro,
          picks: games.map(({ because, ...pick }) => ({
            ...pick,
            reason: userReasonWords(because, words, naming),
          })),
          footer: footer([restsOn(answer, words)], dataSet, words),
          picture: sharesPicture(
            games,
            { title: plainTitle(answer, names, words), games: answer.restsOn.games, names },
            dataSet,
            words,
          ),
          command: 'recommend-user',
          wishes: beside.wishes,
          whose: likes === undefined ? ofUser(answer.userId!) : { likes: idsOf(likes) },
          more: beside.more,
        },
        names,
        words,
      );
    },
    complete: completeSteering,
  },
);

/** Longer user ids don't fit in a button beside the other options; Steam's own have 32 letters at most. */
const USER_LENGTH = 40;

function ofUser(user: string): { user: string } | null {
  return user.length <= USER_LENGTH ? { user } : null;
}

function idsOf(games: readonly { gameId: string }[]): string {
  return games.map(({ gameId }) => gameId).join(',');
}

function title({ userId, likes }: RecommendUserAnswer, words: Words): string {
  if (likes === undefined) return words.text('recommend-user.title.user', { user: userId! });
  const names = likes.map(({ name }) => name);
  const games =
    names.length <= LIKES_NAMED
      ? words.all(names)
      : words.text('list.and-more', {
          items: names.slice(0, LIKES_NAMED).join(', '),
          count: names.length - LIKES_NAMED,
        });
  return words.text('recommend-user.title.likes', { games });
}

/** As the title, for where Discord reads no markdown. */
function plainTitle(answer: RecommendUserAnswer, names: GameNames, words: Words): string {
  const { userId, likes } = answer;
  return title(
    {
      ...answer,
      userId: userId === null ? null : plainLine(userId),
      ...(likes === undefined
        ? {}
        : { likes: likes.map((game) => ({ ...game, name: names.plain(game, LIKE_LENGTH) })) }),
    },
    words,
  );
}

function restsOn({ likes, restsOn: { games, played } }: RecommendUserAnswer, words: Words): string {
  return likes === undefined
    ? words.text('rests-on.library', { games, played })
    : words.text('rests-on.likes', { games });
}
