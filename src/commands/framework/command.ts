import type { RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord.js';
import type { Words } from '../../../locales/words.ts';
import type { DataSet } from '../../engine/data-set.ts';
import type { Flat, Option, OptionsOf, ValuesOf } from './options.ts';

type DeepReadonly<T> = T extends object ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> } : T;

/** A slash command's definition, in Discord's own form; a constant, so that its options' types can be read from it. */
export type CommandDefinition = DeepReadonly<RESTPostAPIChatInputApplicationCommandsJSONBody>;

/** An answer as a table for people. */
export interface AnswerTable {
  title: string;
  columns: { heading: string; align: 'left' | 'right' }[];
  rows: string[][];
  /** Said instead of the table where it has no rows. */
  empty?: string;
  /** What the answer rests on, a line each. */
  notes: string[];
}

/** A command: what is asked, how it is answered, and how the answer is shown. */
export interface Command<Options, Answer> {
  readonly definition: CommandDefinition;
  /** The engine's answer to one question. @throws QuestionError where it cannot be answered as asked */
  ask(dataSet: DataSet, options: Options): Promise<Answer>;
  /** The answer for people in a terminal. */
  table(answer: Answer, words: Words): AnswerTable;
}

/** A command whose option and answer types are its own affair. */
export interface AnyCommand {
  readonly definition: CommandDefinition;
  /** Options that nobody types in Discord: a button or the channel says them, or whoever asks from a terminal. */
  readonly byCaller: readonly Option[];
  /** The answer, and the way to show it. */
  answer(dataSet: DataSet, options: Record<string, unknown>): Promise<CommandAnswer>;
}

export interface CommandAnswer {
  answer: unknown;
  table(words: Words): AnswerTable;
}

/**
 * Makes a command of a definition and of what it does; the type of the options is inferred from the definition.
 * Whoever calls it has checked the options against the definition (see `parseOptions`).
 */
export function defineCommand<
  const Definition extends CommandDefinition,
  Answer,
  const ByCaller extends Option = never,
>(
  definition: Definition,
  command: Omit<Command<Flat<OptionsOf<Definition> & ValuesOf<ByCaller>>, Answer>, 'definition'> & {
    byCaller?: readonly ByCaller[];
  },
): AnyCommand {
  return {
    definition,
    byCaller: command.byCaller ?? [],
    async answer(dataSet, options) {
      const answer = await command.ask(dataSet, options as Flat<OptionsOf<Definition> & ValuesOf<ByCaller>>);
      return { answer, table: (words) => command.table(answer, words) };
    },
  };
}
