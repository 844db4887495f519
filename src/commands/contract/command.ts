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

/** An answer as a table for people. */
export interface AnswerTable {
  title: Plain;
  columns: { heading: Plain; align: 'left' | 'right' }[];
  /** Names as the data has them: whatever prints the table makes them harmless to a terminal. */
  rows: string[][];
  /** Said instead of the table where it has no rows. */
  empty?: Plain;
  /** What the answer rests on, a line each. */
  notes: Plain[];
}

/** One thing that an option can be completed to. */
export interface Choice {
  /** What people see; at most 100 characters. */
  name: Plain;
  /** What the option becomes; at most 100 characters. */
  value: string | number;
}

/** An option as it is being typed. */
export interface Typing {
  option: string;
  typed: string;
  /** The other options so far. */
  others: Readonly<Record<string, unknown>>;
  asker: Asker;
}

/** What a command may use to answer. */
export interface CommandContext {
  /** The data set that is being served. @throws QuestionError `no-data-set` */
  dataSet(): Promise<DataSet>;
  asker: Asker;
  /** Null where nobody can administer (a terminal). */
  administration: Administration | null;
  /** Absent where whoever asks has no Discord id (a terminal, the preview). */
  personalData?: PersonalData | undefined;
  /** Told of a reply that replaces what is shown so far, while a long answer is being made; null where nobody can see it. */
  progress: ((reply: Reply) => void) | null;
  /** Nobody will ask for the reply (a terminal): what only it needs is not looked up. */
  withoutReply?: boolean;
}

/** What a reply is made with, beside the answer. */
interface Shown<Options, Beside> {
  options: Options;
  asker: Asker;
  dataSet: DataSet;
  beside: Beside;
}

/** What somebody could ask: the options of a question, by name. */
export type Example = Readonly<Record<string, string | number>>;

/** A command: what is asked, how it is answered, and how the answer is shown. */
export interface Command<Options, Answer, Beside = undefined> {
  readonly definition: CommandDefinition;
  /** The engine's answer to one question. @throws QuestionError where it cannot be answered as asked */
  ask(dataSet: DataSet, options: Options, asker: Asker): Promise<Answer>;
  /**
   * Whether a question's answer, and what is beside it, is kept for whoever asks the same of the data set: where it depends on
   * nothing else but the options and whether the channel is age-restricted. Never where it tells of a user, who may be hidden at
   * any moment. Unset: it is not.
   */
  kept?(options: Options): boolean;
  /** The answer for people in a terminal. */
  table(answer: Answer, words: Words): AnswerTable;
  /** What only the reply needs: the years around, whether there is more. */
  beside?(dataSet: DataSet, answer: Answer, options: Options, asker: Asker): Promise<Beside>;
  /** The answer for people in Discord. Whatever the data says, it is brought to Discord's limits afterwards. */
  reply(answer: Answer, words: Words, shown: Shown<Options, Beside>): Reply;
  /** Questions that can be asked of it, for `/help` and the pages; their answers are tested. */
  readonly examples?: readonly Example[];
  /** The command's name in the `custom_id` of buttons, and its options' names: short, and never changed. Unset: the whole name. */
  readonly short?: string;
  readonly shortOptions?: ShortWords;
  /** What an option that is being typed can become, from memory; at most 25, best first. */
  complete?(dataSet: DataSet, typing: Typing): Promise<Choice[]>;
}

/** A command whose option and answer types are its own affair. */
export interface AnyCommand {
  readonly definition: CommandDefinition;
  /** Options that nobody types in Discord: a button or the channel says them, or whoever asks from a terminal. */
  readonly byCaller: readonly Option[];
  readonly visibility: Visibility;
  /** `admin-guilds`: registered only there, and only for those who may manage the server. */
  readonly scope: 'everywhere' | 'admin-guilds';
  /** The answer depends on who asks: it is never shared with whoever else asks the same. */
  readonly personal?: true;
  readonly examples?: readonly Example[];
  readonly short?: string;
  readonly shortOptions?: ShortWords;
  /** The answer, and the ways to show it. */
  answer(context: CommandContext, options: Record<string, unknown>): Promise<CommandAnswer>;
  complete?(dataSet: DataSet, typing: Typing): Promise<Choice[]>;
}

export interface CommandAnswer {
  answer: unknown;
  table(words: Words): AnswerTable;
  /** What Discord takes as it is: see {@link fitReply}. */
  reply(words: Words): Reply;
}
