import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { own, plainLine } from '../../locales/markdown.ts';
import { Words } from '../../locales/words.ts';
import { withinLimit } from '../platform/time-limit.ts';
import {
  cancelReply,
  outcomeReply,
  progressReply,
  runningReply,
  stillRunningReply,
} from './admin/refresh-reply.ts';
import { decidedReply, statusReply } from './admin/status-reply.ts';
import { BY_BUTTON } from './admin/waiting.ts';
import { type Administration, administrationFor } from './contract/administration.ts';
import type { AnswerTable, AnyCommand, CommandContext } from './contract/command.ts';
import type { CommandDefinition } from './contract/definition.ts';
import { type OptionsOf, SUBCOMMAND, type ValuesOf } from './contract/options.ts';
import type { Reply } from './contract/reply.ts';

/** Discord takes edits of a reply for 15 minutes; a refresh that takes longer is followed with `status`. */
const LONGEST_MS = 14 * 60_000;

const definition = {
  name: 'admin',
  description: 'See the state of the data and refresh it',
  options: [
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'status',
      description: 'The loaded data, its age and sources, and recent actions',
    },
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'refresh',
      description: 'Load the data again; the current data keeps answering until it is done',
    },
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'cancel',
      description: 'Stop the running refresh; the current data stays in place',
    },
  ],
} as const satisfies CommandDefinition;

type AdminOptions = OptionsOf<typeof definition> & ValuesOf<(typeof BY_BUTTON)[number]>;

/** What was done, and how it is told. */
interface Done {
  answer: unknown;
  reply(words: Words): Reply;
}

const admin: AnyCommand = {
  definition,
  byCaller: BY_BUTTON,
  visibility: 'ephemeral',
  scope: 'admin-guilds',
  async answer(context, options) {
    // Through whatever door it came.
    const administration = administrationFor(context.asker, context.administration);
    const asked = options as AdminOptions;
    const { answer, reply } = await ACTIONS[asked[SUBCOMMAND]](administration, context, asked);
    return { answer, reply, table: (words) => tableOf(reply(words)) };
  },
};
export default admin;

const ACTIONS: Record<
  AdminOptions[typeof SUBCOMMAND],
  (administration: Administration, context: CommandContext, options: AdminOptions) => Promise<Done>
> = {
  async status(administration, { asker: { userId, guildId } }, { decide, 'data-set': dataSet }) {
    if (decide === undefined || dataSet === undefined) {
      const status = await administration.status();
      return { answer: status, reply: (words) => statusReply(status, words) };
    }
    const done = await administration.decide({ userId, guildId }, dataSet, decide);
    const status = await administration.status();
    return { answer: status, reply: (words) => decidedReply(done ? decide : null, dataSet, status, words) };
  },

  async refresh(administration, { asker, progress }) {
    const { userId, guildId, locale } = asker;
    const words = Words.of(locale);
    const refresh = await administration.refresh({ userId, guildId }, (state) =>
      progress?.(progressReply(state, words)),
    );
    if (!refresh.started) {
      const { running } = refresh;
      return { answer: running, reply: (each) => runningReply(running, each) };
    }
    const outcome = await withinLimit(LONGEST_MS, refresh.ended, () => null);
    return {
      answer: outcome,
      reply: (each) => (outcome === null ? stillRunningReply(each) : outcomeReply(outcome, each)),
    };
  },

  async cancel(administration, { asker: { userId, guildId } }) {
    const cancelled = await administration.cancel({ userId, guildId });
    return { answer: { cancelled }, reply: (words) => cancelReply(cancelled, words) };
  },
};

function tableOf({ embeds }: Reply): AnswerTable {
  const [embed] = embeds;
  return {
    title: plainLine(embed?.title ?? ''),
    columns: [
      { heading: own(''), align: 'left' },
      { heading: own(''), align: 'left' },
    ],
    rows: (embed?.fields ?? []).map(({ name, value }) => [name, value]),
    notes: embed?.description?.split('\n').map(plainLine) ?? [],
  };
}
