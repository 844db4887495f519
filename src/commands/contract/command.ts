import type { Plain } from '../../../locales/markdown.ts';
import type { Words } from '../../../locales/words.ts';
import type { DataSet } from '../../engine/data-set/data-set.ts';
import type { Administration } from './administration.ts';
import type { Asker } from './asker.ts';
import type { CommandDefinition } from './definition.ts';
import type { Option } from './options.ts';
import type { PersonalData } from './privacy.ts';
import type { Reply, Visibility } from './reply.ts';
import type { ShortWords } from './short-words.ts';

/** An answer as a table, for people in a terminal. */
export interface AnswerTable {
  title: Plain;
  columns: { heading: Plain; align: 'left' | 'right' }[];
  /** Cells with names as the data has them. The code that prints the table makes them harmless. */
  rows: string[][];
  /** The text that replaces a table without rows. */
  empty?: Plain;
  /** Set where the answer comes from reviews, so that their time span is told. */
  fromReviews?: true;
  /** The data behind the answer, a line each, such as the number of reviews. */
  notes: Plain[];
}

/** The number of choices that Discord shows at most. */
export const MOST_CHOICES = 25;

/** One of the choices that complete an option. */
export interface Choice {
  /** The text that members see; at most 100 characters. */
  name: Plain;
  /** The value that the option gets; a string has at most 100 characters. */
  value: string | number;
}

/** An option while a member types it. */
export interface Typing {
  /** The name of the option. */
  option: string;
  /** The text so far. */
  typed: string;
  /** The other options that are filled in already, by name. */
  others: Readonly<Record<string, unknown>>;
  asker: Asker;
}

/** Everything that a command may use to answer. */
export interface CommandContext {
  /** The served data set. @throws QuestionError `no-data-set` */
  dataSet(): Promise<DataSet>;
  asker: Asker;
  /** Null where nobody can administer, such as in a terminal. */
  administration: Administration | null;
  /** Absent where the asker has no Discord id: in a terminal and in the preview. */
  personalData?: PersonalData | undefined;
  /** Discord's id of a registered command, so that a mention of it can be clicked. Unset, or undefined: it is not known. */
  commandId?(name: string): string | undefined;
  /** Shows a reply in place of the last one while a long answer is being made; null where nobody could see it. */
  progress: ((reply: Reply) => void) | null;
  /** Set where only the answer and its table are wanted, as in a terminal: data that only a reply needs is not read. */
  withoutReply?: boolean;
}

/** The things that a reply is made from, beside the answer. */
interface Shown<Options, Beside> {
  options: Options;
  asker: Asker;
  dataSet: DataSet;
  /** The result of {@link Command.beside}. */
  beside: Beside;
}

/** An example of a question: its options, by name. */
export type Example = Readonly<Record<string, string | number>>;

/** A command as its file describes it: the definition, the question behind it, and the ways to show the answer. */
export interface Command<Options, Answer, Beside = undefined> {
  readonly definition: CommandDefinition;
  /** The engine's answer to one question. @throws QuestionError where it cannot be answered as asked */
  ask(dataSet: DataSet, options: Options, asker: Asker): Promise<Answer>;
  /**
   * Whether the answer to these options, and the result of `beside`, are kept for the next asker of the same. An answer
   * may be kept if it depends only on the options and on whether the channel is age-restricted. An answer about a user is
   * never kept, because the user may be hidden at any moment. Unset: nothing is kept.
   */
  kept?(options: Options): boolean;
  /** The answer as a table. */
  table(answer: Answer, words: Words): AnswerTable;
  /** Reads what only the reply needs, such as the years before and after, or whether there is another page. */
  beside?(dataSet: DataSet, answer: Answer, options: Options, asker: Asker): Promise<Beside>;
  /** The answer as a reply. It may exceed Discord's limits: `defineCommand` cuts it to them afterwards. */
  reply(answer: Answer, words: Words, shown: Shown<Options, Beside>): Reply;
  /** Examples for `/help`, the page and the terminal. Tests ask each of them. */
  readonly examples?: readonly Example[];
  /** The short form of the command's name in the `custom_id` of buttons. It never changes. Unset: the whole name. */
  readonly short?: string;
  /** The short forms of its options' names in the `custom_id` of buttons, by name. They never change. */
  readonly shortOptions?: ShortWords;
  /** The choices that complete an option, best first, from memory alone. Discord shows {@link MOST_CHOICES} of them. */
  complete?(dataSet: DataSet, typing: Typing): Promise<Choice[]>;
}

/** A command as its callers see it, whatever the types of its options and its answer are. */
export interface AnyCommand {
  readonly definition: CommandDefinition;
  /** Options that members cannot type in Discord: they come from a button, from the channel or from a terminal. */
  readonly byCaller: readonly Option[];
  readonly visibility: Visibility;
  /** `admin-guilds`: registered only in the servers that the settings name, for members who may manage the server. */
  readonly scope: 'everywhere' | 'admin-guilds';
  /** Set where the answer depends on the asker: it is never shared with other people who ask the same. */
  readonly personal?: true;
  readonly examples?: readonly Example[];
  readonly short?: string;
  readonly shortOptions?: ShortWords;
  /**
   * Answers a question.
   *
   * @param options checked against the definition
   * @throws QuestionError where the question cannot be answered as asked
   */
  answer(context: CommandContext, options: Record<string, unknown>): Promise<CommandAnswer>;
  complete?(dataSet: DataSet, typing: Typing): Promise<Choice[]>;
}

/** An answer, and the ways to show it. */
export interface CommandAnswer {
  /** The engine's answer: a plain object. */
  answer: unknown;
  table(words: Words): AnswerTable;
  /** The reply, within Discord's limits: see `fitReply`. */
  reply(words: Words): Reply;
}
