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
import type { EmbedReply } from './contract/reply.ts';

/**
 * Milliseconds for which the reply follows a refresh. Discord allows edits of a reply for 15 minutes; after that, `status`
 * shows the progress.
 */
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

/** The result of an action, and the reply about it. */
interface Done {
  answer: unknown;
  reply(words: Words): EmbedReply;
}

const admin: AnyCommand = {
  definition,
  byCaller: BY_BUTTON,
  visibility: 'ephemeral',
  scope: 'admin-guilds',
  async answer(context, options) {
    // The router has checked this already; the check here holds for every caller.
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

/** The fields of the reply as a table. */
function tableOf({ embeds }: EmbedReply): AnswerTable {
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
