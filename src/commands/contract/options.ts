import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { QuestionError } from '../../engine/data-set/question-error.ts';
import type { CommandDefinition } from './definition.ts';

/** The name of the option that holds the chosen sub-command in plain options. */
export const SUBCOMMAND = 'subcommand';

/** The parts of a definition's option that are checked. */
export interface Option {
  readonly type: ApplicationCommandOptionType;
  readonly name: string;
  readonly required?: boolean;
  readonly choices?: readonly { readonly value: string | number }[];
}

/** The type of an option's value. */
type ValueOf<O extends Option> = O extends { choices: readonly { value: infer Value }[] }
  ? Value
  : O['type'] extends ApplicationCommandOptionType.Integer | ApplicationCommandOptionType.Number
    ? number
    : O['type'] extends ApplicationCommandOptionType.Boolean
      ? boolean
      : string;

/** An intersection written as one object type, for readable errors of the compiler. */
export type Flat<T> = { [Key in keyof T]: T[Key] };

type Subcommand = { readonly type: ApplicationCommandOptionType.Subcommand };

/**
 * The type of a command's options, from its definition: `{ year: number; 'year-of'?: 'reviewed' | 'released' }`. For a
 * command with sub-commands (which have no options of their own) it is `{ subcommand: 'status' | 'refresh' }`.
 */
export type OptionsOf<Definition> = Definition extends { options: readonly (infer O extends Option)[] }
  ? [Extract<O, Subcommand>] extends [never]
    ? ValuesOf<O>
    : { [SUBCOMMAND]: Extract<O, Subcommand>['name'] }
  : Record<never, never>;

/** The type of the values of these options, by name. */
export type ValuesOf<O extends Option> = Flat<
  { [One in O as One extends { required: true } ? One['name'] : never]: ValueOf<One> } & {
    [One in O as One extends { required: true } ? never : One['name']]?: ValueOf<One>;
  }
>;

/**
 * Checks options against the definition. Numbers and flags may be given as text, since a terminal has nothing else.
 *
 * @param byCaller further options, which members cannot type in Discord
 * @returns the values of the options that were given, by name
 * @throws QuestionError for an option that is unknown, missing, or of the wrong kind
 */
export function parseOptions(
  definition: CommandDefinition,
  given: Record<string, unknown>,
  byCaller: readonly Option[] = [],
): Record<string, unknown> {
  const options = [...optionsOf(definition), ...byCaller];
  const names = options.map(({ name }) => name);
  for (const name of Object.keys(given)) {
    if (!names.includes(name)) throw new QuestionError('unknown-option', { option: name }, names);
  }
  const parsed: Record<string, unknown> = {};
  for (const option of options) {
    const value = given[option.name];
    if (option.type === ApplicationCommandOptionType.Boolean && value !== undefined && value !== null) {
      parsed[option.name] = parseFlag(option, value);
    } else if (value === undefined || value === null || value === '') {
      if (option.required) throw new QuestionError('missing-option', { option: option.name });
    } else {
      parsed[option.name] = parseOption(option, value);
    }
  }
  return parsed;
}

/** The value of a flag; true where it is named without a value, as in `--adult`. */
function parseFlag({ name }: Option, given: unknown): boolean {
  const text = String(given);
  if (text === '' || text === 'true') return true;
  if (text === 'false') return false;
  throw new QuestionError('option-not-a-choice', { option: name, value: text }, ['true', 'false']);
}

/** The value of an option that is not a flag: one of its choices, a whole number, or a text. */
function parseOption(option: Option, given: unknown): string | number {
  const text = String(given);
  const values = option.choices?.map((choice) => choice.value);
  if (values !== undefined) {
    const chosen = values.find((value) => String(value) === text);
    if (chosen !== undefined) return chosen;
    throw new QuestionError('option-not-a-choice', { option: option.name, value: text }, values.map(String));
  }
  if (option.type !== ApplicationCommandOptionType.Integer) {
    if (typeof given !== 'string' && typeof given !== 'number') throw new QuestionError('not-a-question', {});
    return text;
  }
  if (/^[+-]?\d{1,15}$/.test(text.trim())) return Number(text);
  throw new QuestionError('option-not-a-number', { option: option.name, value: text });
}

/** The options of a definition; sub-commands are the choices of one option. */
function optionsOf(definition: CommandDefinition): readonly Option[] {
  const options = (definition.options ?? []) as readonly Option[];
  const subcommands = options.filter(({ type }) => type === ApplicationCommandOptionType.Subcommand);
  if (subcommands.length === 0) return options;
  const choices = subcommands.map(({ name }) => ({ value: name }));
  return [{ type: ApplicationCommandOptionType.String, name: SUBCOMMAND, required: true, choices }];
}

/** Options as pairs in the order of their names. As part of a key, they are equal in whichever order they were typed. */
export function inOrder(options: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.entries(options).toSorted(([a], [b]) => (a < b ? -1 : 1));
}
