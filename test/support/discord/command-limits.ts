import {
  ApplicationCommandType,
  Locale,
  ApplicationCommandOptionType as Option,
} from 'discord-api-types/v10';
import { type FieldError, FieldErrors, type FieldPath } from './field-errors.ts';
import { isObject, type JsonObject, objectsOf } from './json.ts';

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const IN_ALL = 8000;
const LOCALES: ReadonlySet<string> = new Set(Object.values(Locale));
const NUMERIC = new Set<unknown>([Option.Integer, Option.Number]);
const NESTED = new Set<unknown>([Option.Subcommand, Option.SubcommandGroup]);

/** Checks a command's definition against limits that Discord's published description leaves out, or that we rely on. */
export function checkCommandLimits(path: FieldPath, command: JsonObject): FieldError[] {
  const errors = new FieldErrors();
  errors.wellFormed(path, command);
  if ((command.type ?? ApplicationCommandType.ChatInput) === ApplicationCommandType.ChatInput) {
    checkNamed(path, command, errors);
    checkOptions(path, command.options, 0, errors);
    const characters = charactersOf(command);
    if (characters > IN_ALL) {
      errors.add(
        path,
        'APPLICATION_COMMAND_TOO_LARGE',
        `Command exceeds maximum size (${characters} of ${IN_ALL})`,
      );
    }
  } else {
    errors.text([...path, 'name'], command.name, 1, 32);
    errors.text([...path, 'description'], command.description, 0, 0);
  }
  return errors.list;
}

function checkNamed(path: FieldPath, named: JsonObject, errors: FieldErrors): void {
  checkName([...path, 'name'], named.name, errors);
  errors.text([...path, 'description'], named.description, 1, 100);
  for (const [locale, name] of localizations(path, named, 'name_localizations', errors)) {
    checkName([...path, 'name_localizations', locale], name, errors);
  }
  for (const [locale, text] of localizations(path, named, 'description_localizations', errors)) {
    errors.text([...path, 'description_localizations', locale], text, 1, 100);
  }
}

function checkName(path: FieldPath, name: unknown, errors: FieldErrors): void {
  if (typeof name !== 'string' || !NAME.test(name) || name !== name.toLowerCase()) {
    errors.add(path, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
  }
}

function localizations(
  path: FieldPath,
  named: JsonObject,
  key: string,
  errors: FieldErrors,
): [string, unknown][] {
  const texts = named[key];
  const entries = isObject(texts) ? Object.entries(texts) : [];
  for (const [locale] of entries) {
    if (!LOCALES.has(locale)) errors.add([...path, key, locale], 'BASE_TYPE_CHOICES', 'No such locale.');
  }
  return entries;
}

function checkOptions(path: FieldPath, value: unknown, depth: number, errors: FieldErrors): void {
  const options = objectsOf(value);
  const at = [...path, 'options'];
  const names = new Set<unknown>();
  errors.items(at, value, 0, 25);
  for (const [index, option] of options.entries()) {
    const here = [...at, index];
    checkNamed(here, option, errors);
    if (names.has(option.name)) {
      errors.add(
        [...here, 'name'],
        'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
        'Option name already exists',
      );
    }
    names.add(option.name);
    if (option.required === true && index > 0 && options[index - 1]!.required !== true) {
      errors.add(
        here,
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before non-required options',
      );
    }
    if (NESTED.has(option.type)) checkNested(here, option, depth, errors);
    else checkValues(here, option, errors);
  }
  const nested = options.filter(({ type }) => NESTED.has(type));
  if (nested.length > 0 && nested.length < options.length) {
    errors.add(
      at,
      'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
      'Sub-command and option types are mutually exclusive',
    );
  }
}

function checkNested(path: FieldPath, option: JsonObject, depth: number, errors: FieldErrors): void {
  const isGroup = option.type === Option.SubcommandGroup;
  if (depth > (isGroup ? 0 : 1)) {
    errors.add(path, 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'Nested too deep');
    return;
  }
  checkOptions(path, option.options, isGroup ? 1 : 2, errors);
  if (isGroup && objectsOf(option.options).some(({ type }) => type !== Option.Subcommand)) {
    errors.add(path, 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'A group holds sub-commands only');
  }
}

function checkValues(path: FieldPath, option: JsonObject, errors: FieldErrors): void {
  const choices = objectsOf(option.choices);
  const wanted = NUMERIC.has(option.type) ? 'number' : 'string';
  errors.items([...path, 'choices'], option.choices, 0, 25);
  for (const [index, choice] of choices.entries()) {
    const here = [...path, 'choices', index];
    errors.text([...here, 'name'], choice.name, 1, 100);
    for (const [locale, name] of localizations(here, choice, 'name_localizations', errors)) {
      errors.text([...here, 'name_localizations', locale], name, 1, 100);
    }
    // The published description allows strings of 6,000 characters here, the documentation 100.
    if (typeof choice.value !== wanted)
      errors.add([...here, 'value'], 'BASE_TYPE_INVALID', `Must be a ${wanted}.`);
    else if (wanted === 'string') errors.text([...here, 'value'], choice.value, 1, 100);
  }
  if (option.autocomplete === true && choices.length > 0) {
    errors.add(
      path,
      'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
      'Choices and autocomplete exclude each other',
    );
  }
  for (const what of ['value', 'length']) {
    const [min, max] = [option[`min_${what}`], option[`max_${what}`]];
    if (typeof min === 'number' && typeof max === 'number' && min > max) {
      errors.add([...path, `min_${what}`], 'NUMBER_TYPE_MAX', `Above max_${what}.`);
    }
  }
}

/** Characters in the names, descriptions and values of a command and its options, each in its longest language. */
function charactersOf(named: JsonObject): number {
  const longest = (key: string) => {
    const texts = [
      named[key],
      ...(isObject(named[`${key}_localizations`])
        ? Object.values(named[`${key}_localizations`] as JsonObject)
        : []),
    ];
    return Math.max(...texts.map((text) => (typeof text === 'string' ? text.length : 0)));
  };
  const value = typeof named.value === 'string' ? named.value.length : 0;
  const inside = [...objectsOf(named.options), ...objectsOf(named.choices)];
  return (
    longest('name') +
    longest('description') +
    value +
    inside.reduce((sum, item) => sum + charactersOf(item), 0)
  );
}
