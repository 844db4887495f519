import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { markdown, plainLine } from '../../locales/markdown.ts';
import { recommendGame } from '../engine/recommender/recommend-game.ts';
import { defineCommand } from './catalogue/define-command.ts';
import { GameNames, unnamedGames } from './names/game-names.ts';
import { listFacts } from './picks/pick-facts.ts';
import { mayGoOn, picksReply } from './picks/picks-reply.ts';
import { inMarkdown, inPlain, similarReasonWords } from './picks/reason-words.ts';
import {
  completeSteering,
  STEERING_BY_CALLER,
  STEERING_OPTIONS,
  STEERING_SHORT,
  steering,
} from './picks/steering-options.ts';
import { understoodWords } from './picks/understood-words.ts';

export default defineCommand(
  {
    name: 'recommend-game',
    description: 'Five games like one you name, each with its reason',
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'game',
        description: 'The game, by name or id',
        required: true,
        autocomplete: true,
      },
      ...STEERING_OPTIONS,
    ],
  },
  {
    short: 'rg',
    shortOptions: { game: 'a', ...STEERING_SHORT },
    examples: [{ game: 'Portal 2' }, { game: 'Terraria', 'how-known': 'obscure' }],
    byCaller: STEERING_BY_CALLER,
    kept: () => true,
    ask: async (dataSet, { game, ...options }, asker) =>
      recommendGame(dataSet, { game, ...(await steering(dataSet, options, asker)) }),
    table: ({ game, understood, games, restsOn }, words) => ({
      title: words.plain('recommend-game.title', { game: plainLine(game.name) }),
      columns: [
        { heading: words.plain('column.rank'), align: 'right' },
        { heading: words.plain('column.game'), align: 'left' },
        { heading: words.plain('column.because'), align: 'left' },
      ],
      rows: games.map(({ rank, name, because }) => [
        String(rank),
        name,
        similarReasonWords(because, inPlain(words)),
      ]),
      empty: words.plain('recommend.none'),
      notes: [
        ...understoodWords({ understood }, inPlain(words), words),
        words.plain('rests-on.libraries-with-game', { owners: restsOn.owners }),
      ],
    }),
    async beside(dataSet, { game, games }, options, asker) {
      const wishes = await steering(dataSet, options, asker);
      const { page } = wishes;
      const goesOn = async () => {
        const next = await recommendGame(dataSet, { game: game.gameId, ...wishes, page: page + 1 });
        return next.games.length > 0;
      };
      const gameIds = games.map(({ gameId }) => gameId);
      return {
        wishes,
        unnamed: await unnamedGames(dataSet, [game.gameId, ...gameIds], asker),
        facts: await listFacts(dataSet, gameIds),
        more: mayGoOn(page, games.length) && (await goesOn()),
      };
    },
    reply({ game, understood, basis, games, restsOn }, words, { dataSet, asker, beside }) {
      const names = new GameNames(words, beside.unnamed);
      const naming = inMarkdown(words, names, asker);
      return picksReply(
        {
          title: markdown`✨ ${words.text('recommend-game.title', { game: names.inText(game) })}`,
          about: game,
          read: understoodWords({ understood }, naming, words),
          intro: words.text(`recommend-game.intro.${basis}`),
          picks: games.map(({ because, ...pick }) => ({
            ...pick,
            reason: similarReasonWords(because, naming),
          })),
          facts: beside.facts,
          restsOn: words.plain('picks.libraries', { owners: restsOn.owners }),
          command: 'recommend-game',
          alike: { command: 'recommend-game', choose: 'game' },
          wishes: beside.wishes,
          whose: { game: game.gameId },
          more: beside.more,
        },
        { names, naming, dataSet },
        words,
      );
    },
    complete: completeSteering,
  },
);
