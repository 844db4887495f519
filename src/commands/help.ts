import {
  code,
  escapeMarkdown,
  escapeWithin,
  inLines,
  type Markdown,
  markdown,
} from '../../locales/markdown.ts';
import type { Words } from '../../locales/words.ts';
import { allCommands } from './catalogue/catalogue.ts';
import { localizedDefinition } from './catalogue/localized-definition.ts';
import { inTerminal } from './catalogue/terminal-questions.ts';
import type { AnswerTable, AnyCommand, Example } from './contract/command.ts';
import type { Reply } from './contract/reply.ts';
import { COLOURS } from './message/embed-colours.ts';
import { fitReply } from './message/fit-reply.ts';

/** A part of a definition with a name: the command, an option or a choice. */
interface Named {
  name: string;
  description?: string;
  name_localizations?: Readonly<Record<string, string | null | undefined>> | null;
  description_localizations?: Readonly<Record<string, string | null | undefined>> | null;
  options?: Named[];
  choices?: (Named & { value: string | number })[];
}

/** A command in the help, with examples of its questions. */
interface Explained {
  definition: Named;
  examples: readonly Example[];
}

const help: AnyCommand = {
  definition: { name: 'help', description: 'Questions you can ask, with examples' },
  byCaller: [],
  visibility: 'ephemeral',
  scope: 'everywhere',
  // The ids of the commands are those of the asker's server.
  personal: true,
  async answer({ commandId = () => undefined }) {
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
      reply: (words) => fitReply(replyOf(explained, commandId, words)),
    };
  },
};
export default help;

/** The commands that come first: most people want something to play. The others follow by name. */
const FIRST: readonly string[] = ['recommend-user', 'recommend-game'];

/** The place of a command in the help, the smallest first. */
function placeOf({ definition }: AnyCommand): number {
  const place = FIRST.indexOf(definition.name);
  return place < 0 ? FIRST.length : place;
}

/** Every command that is there for everyone, except this one. */
async function explain(): Promise<Explained[]> {
  return [...(await allCommands()).values()]
    .filter((command) => command.scope === 'everywhere' && command.definition.name !== help.definition.name)
    .toSorted((a, b) => placeOf(a) - placeOf(b))
    .map((command) => ({
      definition: localizedDefinition(command) as Named,
      examples: command.examples ?? [],
    }));
}

function replyOf(
  commands: readonly Explained[],
  commandId: (name: string) => string | undefined,
  words: Words,
): Reply {
  return {
    embeds: [
      {
        color: COLOURS.about,
        title: markdown`🔭 ${words.text('help.title')}`,
        description: words.text('help.intro'),
        fields: commands.map(({ definition, examples }) => ({
          name: escapeMarkdown(descriptionIn(definition, words)),
          // Discord makes a mention clickable in the value of a field, but not in its name.
          value: inLines([
            mentionOf(definition, commandId(definition.name), words),
            ...examples.map((example) => code(inDiscord(definition, example, words))),
          ]),
        })),
        footer: { text: words.plain('help.rest') },
      },
    ],
    components: [],
    files: [],
  };
}

/** A mention of a command, which a click puts into the field for messages; the plain name where its id is not known. */
function mentionOf(definition: Named, id: string | undefined, words: Words): Markdown {
  return id === undefined
    ? markdown`**/${escapeWithin(nameIn(definition, words))}**`
    : markdown`</${escapeWithin(definition.name)}:${escapeWithin(id)}>`;
}

function tableOf(commands: readonly Explained[], words: Words): AnswerTable {
  return {
    title: words.plain('help.title'),
    columns: [
      { heading: words.plain('column.question'), align: 'left' },
      { heading: words.plain('column.tells'), align: 'left' },
      { heading: words.plain('column.example'), align: 'left' },
    ],
    rows: commands.map(({ definition, examples: [example] }) => [
      definition.name,
      descriptionIn(definition, words),
      example === undefined ? '' : inTerminal(definition.name, example),
    ]),
    notes: [words.plain('help.terminal')],
  };
}

/** A question as it is typed in Discord, `/command option:value`, with the names in the asker's language. */
function inDiscord(definition: Named, example: Example, words: Words): string {
  const given = Object.entries(example).map(([name, value]) => {
    const option = definition.options?.find((each) => each.name === name);
    const choice = option?.choices?.find((each) => each.value === value);
    const shown = choice === undefined ? value : nameIn(choice, words);
    return `${option === undefined ? name : nameIn(option, words)}:${shown}`;
  });
  return [`/${nameIn(definition, words)}`, ...given].join(' ');
}

function nameIn({ name, name_localizations }: Named, { locale }: Words): string {
  return name_localizations?.[locale] ?? name;
}

function descriptionIn({ description, description_localizations }: Named, { locale }: Words): string {
  return description_localizations?.[locale] ?? description ?? '';
}
