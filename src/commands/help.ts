import type { Words } from '../../locales/words.ts';
import { commandNames, findCommand } from './catalogue/catalogue.ts';
import { localizedDefinition } from './catalogue/localized-definition.ts';
import type { AnswerTable, AnyCommand, Example } from './contract/command.ts';
import type { Reply } from './contract/reply.ts';
import { COLOURS } from './message/embed-colours.ts';
import { fitReply } from './message/fit-reply.ts';

/** What is known of something in a definition that has a name. */
interface Named {
  name: string;
  description?: string;
  name_localizations?: Readonly<Record<string, string | null | undefined>> | null;
  description_localizations?: Readonly<Record<string, string | null | undefined>> | null;
  options?: Named[];
  choices?: (Named & { value: string | number })[];
}

/** A command that can be asked, with examples. */
interface Explained {
  definition: Named;
  examples: readonly Example[];
}

const help: AnyCommand = {
  definition: { name: 'help', description: 'What you can ask, with examples' },
  byCaller: [],
  visibility: 'ephemeral',
  scope: 'everywhere',
  async answer() {
    const explained = await explain();
    return {
      answer: {
        commands: explained.map(({ definition: { name, description }, examples }) => ({
          name,
          description,
          examples,
        })),
      },
      table: (words) => tableOf(explained, words),
      reply: (words) => fitReply(replyOf(explained, words)),
    };
  },
};
export default help;

/** Every command that anybody can ask, but this one. */
async function explain(): Promise<Explained[]> {
  const commands = await Promise.all((await commandNames()).map(findCommand));
  return commands
    .filter((command) => command.scope === 'everywhere' && command.definition.name !== help.definition.name)
    .map((command) => ({
      definition: localizedDefinition(command) as Named,
      examples: command.examples ?? [],
    }));
}

function replyOf(commands: readonly Explained[], words: Words): Reply {
  return {
    embeds: [
      {
        color: COLOURS.about,
        title: `🔭 ${words.text('help.title')}`,
        description: words.text('help.intro'),
        fields: commands.map(({ definition, examples }) => ({
          name: `/${nameIn(definition, words)}`,
          value: [
            descriptionIn(definition, words),
            ...examples.map((example) => `\`${inDiscord(definition, example, words)}\``),
          ].join('\n'),
        })),
        footer: { text: words.text('help.rest') },
      },
    ],
    components: [],
    files: [],
  };
}

function tableOf(commands: readonly Explained[], words: Words): AnswerTable {
  return {
    title: words.text('help.title'),
    columns: [
      { heading: words.text('column.question'), align: 'left' },
      { heading: words.text('column.tells'), align: 'left' },
      { heading: words.text('column.example'), align: 'left' },
    ],
    rows: commands.map(({ definition, examples: [example] }) => [
      definition.name,
      descriptionIn(definition, words),
      example === undefined ? '' : inTerminal(definition.name, example),
    ]),
    notes: [words.text('help.terminal')],
  };
}

/** `/recommend-game game:Portal 2`, with the names that the asker's Discord shows. */
function inDiscord(definition: Named, example: Example, words: Words): string {
  const given = Object.entries(example).map(([name, value]) => {
    const option = definition.options?.find((each) => each.name === name);
    const choice = option?.choices?.find((each) => each.value === value);
    const shown = choice === undefined ? value : nameIn(choice, words);
    return `${option === undefined ? name : nameIn(option, words)}:${shown}`;
  });
  return [`/${nameIn(definition, words)}`, ...given].join(' ');
}

/** `recommend-game --game "Portal 2"`: a terminal takes the names that the program has. */
function inTerminal(command: string, example: Example): string {
  const given = Object.entries(example).map(([name, value]) => {
    const text = String(value);
    return `--${name} ${/^[\w-]+$/.test(text) ? text : `"${text}"`}`;
  });
  return [command, ...given].join(' ');
}

function nameIn({ name, name_localizations }: Named, { locale }: Words): string {
  return name_localizations?.[locale] ?? name;
}

function descriptionIn({ description, description_localizations }: Named, { locale }: Words): string {
  return description_localizations?.[locale] ?? description ?? '';
}
