import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { QuestionError } from '../../engine/data-set/question-error.ts';
import type { CommandDefinition } from './definition.ts';

/** The option that the chosen sub-command is in a plain request. */
export const SUBCOMMAND = 'subcommand';

/** An option, as a definition has it. */
export interface Option {
  readonly type: ApplicationCommandOptionType;
  readonly name: string;
  readonly required?: boolean;
  readonly choices?: readonly { readonly value: string | number }[];
}

type ValueOf<O extends Option> = O extends { choices: readonly { value: infer Value }[] }
  ? Value
  : O['type'] extends ApplicationCommandOptionType.Integer | ApplicationCommandOptionType.Number
    ? number
    : O['type'] extends ApplicationCommandOptionType.Boolean
      ? boolean
      : string;

/** An intersection as one type. */
export type Flat<T> = { [Key in keyof T]: T[Key] };

type Subcommand = { readonly type: ApplicationCommandOptionType.Subcommand };

/**
 * The options of a command, as its definition says: `{ year: number; 'year-of'?: 'reviewed' | 'released' }`, or, where it
 * has sub-commands (without options of their own), `{ subcommand: 'status' | 'refresh' }`.
 */
export type OptionsOf<Definition> = Definition extends { options: readonly (infer O extends Option)[] }
  ? [Extract<O, Subcommand>] extends [never]
    ? ValuesOf<O>
    : { [SUBCOMMAND]: Extract<O, Subcommand>['name'] }
  : Record<never, never>;

/** The values of some options, by name. */
export type ValuesOf<O extends Option> = Flat<
  { [One in O as One extends { required: true } ? One['name'] : never]: ValueOf<One> } & {
    [One in O as One extends { required: true } ? never : One['name']]?: ValueOf<One>;
  }
>;

/**
 * Checks options that come from a terminal or a batch file against the definition: numbers may be given as text.
 *
 * @param byCaller options that nobody types in Discord
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

/** Yes where it is named alone, as in `--adult`. */
function parseFlag({ name }: Option, given: unknown): boolean {
  const text = String(given);
  if (text === '' || text === 'true') return true;
  if (text === 'false') return false;
  throw new QuestionError('option-not-a-choice', { option: name, value: text }, ['true', 'false']);
}

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

function optionsOf(definition: CommandDefinition): readonly Option[] {
  const options = (definition.options ?? []) as readonly Option[];
  const subcommands = options.filter(({ type }) => type === ApplicationCommandOptionType.Subcommand);
  if (subcommands.length === 0) return options;
  const choices = subcommands.map(({ name }) => ({ value: name }));
  return [{ type: ApplicationCommandOptionType.String, name: SUBCOMMAND, required: true, choices }];
}

/** Options as pairs in the order of their names, for a key: the order in which they were typed makes no difference. */
export function inOrder(options: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.entries(options).toSorted(([a], [b]) => (a < b ? -1 : 1));
}
