import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { escapeWithin, inLines, type Markdown, markdown, own, plain } from '../../locales/markdown.ts';
import type { TextKey, Words } from '../../locales/words.ts';
import type { AnswerTable, AnyCommand } from './contract/command.ts';
import type { PersonalData, StoredAction, StoredData } from './contract/privacy.ts';
import type { EmbedReply, ReplyFile } from './contract/reply.ts';
import { buttonRow } from './message/buttons.ts';
import { COLOURS } from './message/embed-colours.ts';
import { markdownName } from './message/embed-text.ts';
import { fitReply } from './message/fit-reply.ts';
import { moment } from './message/moment.ts';

/** The number of actions that the reply lists, the latest ones; the file with the reply has all. */
const NAMED = 10;

/** The option that the buttons under an answer set. */
const STEP = {
  type: ApplicationCommandOptionType.String,
  name: 'step',
  choices: [{ value: 'show' }, { value: 'delete' }, { value: 'delete-now' }],
} as const;

/** The answer: what the program stores of people, and for one person the stored, the deletable and the deleted data. */
type Told =
  /** `known`: the asker has a Discord id, so that their data can be looked up. */
  | { told: 'about'; known: boolean }
  | { told: 'stored'; userId: string; data: StoredData }
  | { told: 'to-delete'; data: StoredData }
  | { told: 'deleted'; count: number };

const privacy: AnyCommand = {
  definition: { name: 'privacy', description: 'See which data is stored, and delete yours' },
  byCaller: [STEP],
  visibility: 'ephemeral',
  scope: 'everywhere',
  personal: true,
  async answer({ asker, personalData }, { step }) {
    const answer = await tell(personalData, asker.userId, step);
    return {
      answer,
      table: tableOf,
      reply: (words) => fitReply(replyOf(answer, words)),
    };
  },
};
export default privacy;

async function tell(personalData: PersonalData | undefined, userId: string, step: unknown): Promise<Told> {
  if (personalData === undefined) return { told: 'about', known: false };
  switch (step) {
    case 'show':
      return { told: 'stored', userId, data: await personalData.of(userId) };
    case 'delete':
      return { told: 'to-delete', data: await personalData.of(userId) };
    case 'delete-now':
      return { told: 'deleted', count: await personalData.erase(userId) };
    default:
      return { told: 'about', known: true };
  }
}

function replyOf(answer: Told, words: Words): EmbedReply {
  if (answer.told === 'about') return aboutReply(answer.known, words);
  const reply = (title: Markdown, description: Markdown, more: Partial<EmbedReply> = {}): EmbedReply => ({
    embeds: [{ color: COLOURS.about, title: markdown`🔒 ${title}`, description }],
    components: [],
    files: [],
    ...more,
  });
  if (answer.told === 'deleted') {
    return reply(words.text('privacy.deleted', { count: answer.count }), words.text('privacy.deleted.rest'));
  }
  const { actions, others } = answer.data;
  const count = actions.length;
  if (count === 0 && Object.keys(others).length === 0)
    return reply(words.text('privacy.stored.nothing'), words.text('privacy.askers'));
  if (answer.told === 'to-delete') {
    return reply(words.text('privacy.to-delete', { count }), words.text('privacy.to-delete.what'), {
      components: buttonRow(stepButton('delete-now', words)),
    });
  }
  const lines = [
    ...actions.slice(-NAMED).map((action) => actionLine(action, words)),
    ...Object.entries(others).map(([kind, rows]) => otherLine(kind, rows.length, words)),
  ];
  return reply(words.text('privacy.stored', { count }), inLines(lines), {
    components: buttonRow(stepButton('delete', words)),
    files: [fileOf(answer, words)],
  });
}

/** The texts of rows that are no moderators' actions, by kind. */
const OTHER_KINDS: Readonly<Record<string, TextKey>> = { refreshes: 'privacy.stored.refreshes' };

/** A line about rows of one kind; a kind without a text goes by its name in the file. */
function otherLine(kind: string, count: number, words: Words): Markdown {
  const key = Object.hasOwn(OTHER_KINDS, kind) ? OTHER_KINDS[kind] : undefined;
  return key === undefined ? markdown`${markdownName(kind)}: ${count}` : words.text(key, { count });
}

function aboutReply(known: boolean, words: Words): EmbedReply {
  return {
    embeds: [
      {
        color: COLOURS.about,
        title: markdown`🔒 ${words.text('privacy.title')}`,
        fields: PARTS.map(([name, value]) => ({ name: words.text(name), value: words.text(value) })),
        ...(known ? {} : { footer: { text: words.plain('privacy.nobody') } }),
      },
    ],
    components: known ? buttonRow(stepButton('show', words), stepButton('delete', words)) : [],
    files: [],
  };
}

/** The table for a terminal, where the asker has no Discord id: the kinds of people and the data stored about them. */
function tableOf(words: Words): AnswerTable {
  return {
    title: words.plain('privacy.title'),
    columns: [],
    rows: [],
    empty: words.plain('privacy.nobody'),
    notes: PARTS.flatMap(([people, stored]) => [words.plain(people), plain`  ${words.plain(stored)}`]),
  };
}

/** The kinds of people about whom something is stored, each with the text about it. */
const PARTS = [
  ['privacy.askers.who', 'privacy.askers'],
  ['privacy.moderators.who', 'privacy.moderators'],
  ['privacy.steam.who', 'privacy.steam'],
] as const;

function stepButton(step: (typeof STEP.choices)[number]['value'], words: Words) {
  return {
    label: words.plain(`privacy.button.${step}`),
    command: 'privacy',
    options: { [STEP.name]: step },
    // The question whether to delete becomes the news that it was done; every other step is a new message.
    effect: step === 'delete-now' ? ('update' as const) : ('new' as const),
  };
}

function actionLine({ at, guildId, action }: StoredAction, words: Words): Markdown {
  return words.text('privacy.stored.action', {
    at: moment(at),
    action: escapeWithin(action),
    guild: guildId === null ? own('—') : escapeWithin(guildId),
  });
}

/** All stored data of the person as a JSON file, to keep or to process. */
function fileOf({ userId, data }: Extract<Told, { told: 'stored' }>, words: Words): ReplyFile {
  const { actions, others } = data;
  return {
    name: 'steamscope.json',
    data: Buffer.from(`${JSON.stringify({ discordUser: userId, actions, ...others }, null, 2)}\n`),
    description: words.plain('privacy.stored', { count: actions.length }),
  };
}
