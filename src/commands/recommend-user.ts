import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { Words } from '../../locales/words.ts';
import { type RecommendUserAnswer, recommendUser } from '../engine/recommender/recommend-user.ts';
import { defineCommand } from './framework/command.ts';
import { userReasonWords } from './framework/reason-words.ts';
import { STEERING_BY_CALLER, STEERING_OPTIONS, steering } from './framework/steering-options.ts';

export default defineCommand(
  {
    name: 'recommend-user',
    description: 'Five games for a Steam user, or for someone who likes the games that you name',
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'likes',
        description: 'Up to ten games, commas between: Portal 2, Terraria',
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
    byCaller: STEERING_BY_CALLER,
    ask: (dataSet, { user, likes, ...options }) =>
      recommendUser(dataSet, { user, likes, ...steering(options) }),
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
      notes: notes(answer, words),
    }),
  },
);

function title({ userId, likes }: RecommendUserAnswer, words: Words): string {
  if (likes === undefined) return words.text('recommend-user.title.user', { user: userId! });
  return words.text('recommend-user.title.likes', { games: words.all(likes.map(({ name }) => name)) });
}

function notes({ basis, likes, restsOn }: RecommendUserAnswer, words: Words): string[] {
  const { games, played } = restsOn;
  return [
    ...(basis === 'popularity' ? [words.text('recommend.popular')] : []),
    likes === undefined
      ? words.text('rests-on.library', { games, played })
      : words.text('rests-on.likes', { games }),
  ];
}
