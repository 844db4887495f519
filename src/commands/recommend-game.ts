import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { recommendGame } from '../engine/recommender/recommend-game.ts';
import { defineCommand } from './framework/command.ts';
import { similarReasonWords } from './framework/reason-words.ts';
import { STEERING_BY_CALLER, STEERING_OPTIONS, steering } from './framework/steering-options.ts';

export default defineCommand(
  {
    name: 'recommend-game',
    description: 'Five games like a game, each with its reason',
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'game',
        description: 'The game, by name or id',
        required: true,
      },
      ...STEERING_OPTIONS,
    ],
  },
  {
    byCaller: STEERING_BY_CALLER,
    ask: (dataSet, { game, ...options }) => recommendGame(dataSet, { game, ...steering(options) }),
    table: ({ game, games, restsOn }, words) => ({
      title: words.text('recommend-game.title', { game: game.name }),
      columns: [
        { heading: words.text('column.rank'), align: 'right' },
        { heading: words.text('column.game'), align: 'left' },
        { heading: words.text('column.because'), align: 'left' },
      ],
      rows: games.map(({ rank, name, because }) => [String(rank), name, similarReasonWords(because, words)]),
      empty: words.text('recommend.none'),
      notes: [words.text('rests-on.libraries-with-game', { owners: restsOn.owners })],
    }),
  },
);
