import { ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import { type JsonObject, objectsOf } from './json.ts';
import type { RegisteredCommand } from './registered-commands.ts';

/** The options that a member types into a command, by name. */
export type OptionValues = Readonly<Record<string, string | number | boolean>>;

/** The call of a command, with its options in the form in which an interaction carries them. */
export interface CommandCall {
  options: JsonObject[];
  /** For autocomplete: the definition of the option that is being typed. */
  focused: JsonObject | null;
}

/**
 * Builds the options of an interaction from the registered definition as a client does, nested in sub-command and group.
 *
 * @param path the names after the command's own: `['refresh']` for `/admin refresh`
 * @param focused for autocomplete: the option that is being typed; nothing is required yet then
 * @throws Error if a client would not let the member send it
 */
export function callOf(
  command: RegisteredCommand,
  path: readonly string[],
  values: OptionValues,
  focused: string | null,
): CommandCall {
  const title = `/${[command.name, ...path].join(' ')}`;
  const branch: JsonObject[] = [];
  let definitions = objectsOf(command.options);
  for (const name of path) {
    const next = definitions.find((each) => each.name === name && isNested(each));
    if (next === undefined) throw new Error(`${title}: no sub-command ${name}`);
    branch.push(next);
    definitions = objectsOf(next.options);
  }
  if (definitions.some(isNested)) throw new Error(`${title}: a sub-command must be chosen`);
  for (const name of [...Object.keys(values), ...(focused === null ? [] : [focused])]) {
    if (!definitions.some((each) => each.name === name)) throw new Error(`${title}: no option ${name}`);
  }
  const focusedDefinition = definitions.find((each) => each.name === focused) ?? null;
  if (focusedDefinition !== null && focusedDefinition.autocomplete !== true) {
    throw new Error(`${title}: ${focused} has no autocomplete`);
  }
  const options: JsonObject[] = [];
  for (const definition of definitions) {
    const name = String(definition.name);
    const isFocused = definition === focusedDefinition;
    const value = values[name] ?? (isFocused ? '' : undefined);
    if (value === undefined) {
      if (definition.required === true && focused === null) throw new Error(`${title}: ${name} is required`);
      continue;
    }
    // An option that is still being typed is sent unchecked, as a string, even where a number is wanted.
    if (!isFocused) checkValue(`${title}: ${name}`, definition, value);
    options.push({
      type: definition.type,
      name,
      value: isFocused ? String(value) : value,
      ...(isFocused ? { focused: true } : {}),
    });
  }
  const nested = branch.reduceRight((inner, { type, name }) => [{ type, name, options: inner }], options);
  return { options: nested, focused: focusedDefinition };
}

function isNested({ type }: JsonObject): boolean {
  return type === Type.Subcommand || type === Type.SubcommandGroup;
}

function checkValue(title: string, definition: JsonObject, value: string | number | boolean): void {
  const limit = (key: string, otherwise: number) =>
    typeof definition[key] === 'number' ? (definition[key] as number) : otherwise;
  const choices = objectsOf(definition.choices);
  if (choices.length > 0 && !choices.some((choice) => choice.value === value)) {
    throw new Error(`${title}: ${JSON.stringify(value)} is not one of its choices`);
  }
  switch (definition.type) {
    case Type.String: {
      if (typeof value !== 'string') throw new Error(`${title} takes a string`);
      if (value.length < limit('min_length', 1) || value.length > limit('max_length', 6000)) {
        throw new Error(`${title}: ${value.length} characters`);
      }
      break;
    }
    case Type.Integer:
    case Type.Number: {
      const fits = definition.type === Type.Integer ? Number.isSafeInteger(value) : Number.isFinite(value);
      if (!fits)
        throw new Error(`${title} takes ${definition.type === Type.Integer ? 'an integer' : 'a number'}`);
      const number = value as number;
      if (number < limit('min_value', -(2 ** 53)) || number > limit('max_value', 2 ** 53)) {
        throw new Error(`${title}: ${number} is out of its bounds`);
      }
      break;
    }
    case Type.Boolean: {
      if (typeof value !== 'boolean') throw new Error(`${title} takes a boolean`);
      break;
    }
    default:
      throw new Error(`${title}: the stand-in does not know options of type ${definition.type}`);
  }
}
