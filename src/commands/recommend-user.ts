import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { joined, type Markdown, markdown, type Plain } from '../../locales/markdown.ts';
import type { Words } from '../../locales/words.ts';
import { type RecommendUserAnswer, recommendUser } from '../engine/recommender/recommend-user.ts';
import { defineCommand } from './catalogue/define-command.ts';
import { GameNames, unnamedGames } from './names/game-names.ts';
import { listFacts } from './picks/pick-facts.ts';
import { mayGoOn, picksReply } from './picks/picks-reply.ts';
import { inMarkdown, inPlain, type Naming, userReasonWords } from './picks/reason-words.ts';
import { sharesPicture } from './picks/shares-picture.ts';
import {
  completeSteering,
  STEERING_BY_CALLER,
  STEERING_OPTIONS,
  STEERING_SHORT,
  steering,
} from './picks/steering-options.ts';
import { asTyped, understoodWords } from './picks/understood-words.ts';

/** The number of likes that the title names. */
const LIKES_NAMED = 3;
/** The greatest length of a like's name in the title, in UTF-16 units. */
const LIKE_LENGTH = 50;

export default defineCommand(
  {
    name: 'recommend-user',
    description: 'Five games for a Steam user, or for someone who likes the games you name',
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'likes',
        description: 'Up to ten games, separated by commas: Portal 2, Terraria',
        autocomplete: true,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'user',
        description: 'A Steam user: the id, the custom name or the address of the profile',
      },
      ...STEERING_OPTIONS,
    ],
  },
  {
    short: 'ru',
    shortOptions: { likes: 'l', user: 's', ...STEERING_SHORT },
    examples: [{ likes: 'Portal 2, Terraria' }],
    byCaller: STEERING_BY_CALLER,
    // Answers about a user are not kept, because the user may be hidden at any moment.
    kept: ({ user }) => user === undefined,
    ask: async (dataSet, { user, likes, ...options }, asker) =>
      recommendUser(dataSet, { user, likes, ...(await steering(dataSet, options, asker)) }),
    table: (answer, words) => ({
      title: title(answer, inPlain(words)),
      columns: [
        { heading: words.plain('column.rank'), align: 'right' },
        { heading: words.plain('column.game'), align: 'left' },
        { heading: words.plain('column.because'), align: 'left' },
      ],
      rows: answer.games.map(({ rank, name, because }) => [
        String(rank),
        name,
        userReasonWords(because, inPlain(words), answer.likes?.length),
      ]),
      empty: words.plain('recommend.none'),
      notes: [
        ...understoodWords(answer, inPlain(words), words),
        ...(answer.basis === 'popularity' ? [words.plain('recommend.popular')] : []),
        restsOn(answer, words),
      ],
    }),
    async beside(dataSet, { games, likes = [], understood = [] }, options, asker) {
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
      const gameIds = [...games, ...likes, ...understood, ...reasons].map(({ gameId }) => gameId);
      return {
        wishes,
        unnamed: await unnamedGames(dataSet, gameIds, asker),
        facts: await listFacts(
          dataSet,
          games.map(({ gameId }) => gameId),
        ),
        more: mayGoOn(page, games.length) && (await goesOn()),
      };
    },
    reply(answer, words, { dataSet, asker, beside }) {
      const { basis, likes, games } = answer;
      const names = new GameNames(words, beside.unnamed);
      const naming = inMarkdown(words, names, asker);
      const shortNames = answer.understood?.filter((game) => names.isNamed(game));
      const short = asTyped(naming, shortNames);
      const whose = likes === undefined ? 'user' : 'likes';
      const intro =
        basis === 'popularity'
          ? words.text('recommend-user.intro.popularity')
          : words.text(`recommend-user.intro.${whose}.${basis}`, { count: likes?.length ?? 0 });
      return picksReply(
        {
          title: markdown`✨ ${title(answer, short)}`,
          read: understoodWords(answer, naming, words),
          intro,
          picks: games.map(({ because, ...pick }) => ({
            ...pick,
            reason: userReasonWords(because, short, likes?.length),
          })),
          facts: beside.facts,
          restsOn:
            likes === undefined
              ? words.plain('picks.library', { games: answer.restsOn.games })
              : words.plain('picks.likes', { games: answer.restsOn.games }),
          picture: sharesPicture(
            games,
            {
              title: title(answer, asTyped(inPlain(words, names), shortNames)),
              games: answer.restsOn.games,
              gamesEnd: beside.facts.gamesEnd,
              names,
            },
            dataSet,
            words,
          ),
          command: 'recommend-user',
          alike: { command: 'recommend-game', choose: 'game' },
          wishes: beside.wishes,
          whose: likes === undefined ? ofUser(answer.userId!) : { likes: idsOf(likes) },
          more: beside.more,
        },
        { names, naming, dataSet },
        words,
      );
    },
    complete: completeSteering,
  },
);

/** The length of a user id that fits in a button beside the other options; Steam's own ids have at most 32 letters. */
const USER_LENGTH = 40;

/** The option that names the user again; null where it does not fit in a button. */
function ofUser(user: string): { user: string } | null {
  return user.length <= USER_LENGTH ? { user } : null;
}

/** The games as one option: their ids, with commas between. */
function idsOf(games: readonly { gameId: string }[]): string {
  return games.map(({ gameId }) => gameId).join(',');
}

/** The title of the answer, in Markdown or plain. */
function title<Text extends Markdown | Plain>(
  { userId, likes }: RecommendUserAnswer,
  naming: Naming<Text>,
): Text {
  if (likes === undefined) return naming.say('recommend-user.title.user', { user: naming.text(userId!) });
  const names = likes.slice(0, LIKES_NAMED).map((game) => naming.game(game, LIKE_LENGTH));
  const games =
    likes.length <= LIKES_NAMED
      ? naming.all(names)
      : naming.say('list.and-more', { items: joined(names, ', '), count: likes.length - LIKES_NAMED });
  return naming.say('recommend-user.title.likes', { games, count: likes.length });
}

/** The note on the games behind the answer. */
function restsOn({ likes, restsOn: { games, played } }: RecommendUserAnswer, words: Words): Plain {
  return likes === undefined
    ? words.plain('rests-on.library', { games, played })
    : words.plain('rests-on.likes', { games });
}
