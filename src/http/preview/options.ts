import type { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { localizedDefinition } from '../../commands/catalogue/localized-definition.ts';
import type { AnyCommand } from '../../commands/contract/command.ts';

/** A command with its texts in one language. `name` is the same in every language and stands in addresses. */
export interface ShownCommand {
  name: string;
  shownName: string;
  description: string;
  options: ShownOption[];
}

/** An option as a form shows it. */
export interface ShownOption {
  type: ApplicationCommandOptionType;
  name: string;
  shownName: string;
  description: string;
  required: boolean;
  autocomplete: boolean;
  choices: { name: string; value: string | number }[];
  minLength: number | undefined;
  maxLength: number | undefined;
  minValue: number | undefined;
  maxValue: number | undefined;
}

/** Texts of a definition by locale. A missing text is shown in English. */
type Localizations = Readonly<Record<string, string | null | undefined>> | null | undefined;

/** The fields of all of Discord's option types together. */
interface RawOption {
  type: ApplicationCommandOptionType;
  name: string;
  description: string;
  name_localizations?: Localizations;
  description_localizations?: Localizations;
  required?: boolean;
  autocomplete?: boolean;
  choices?: readonly { name: string; value: string | number; name_localizations?: Localizations }[];
  min_length?: number;
  max_length?: number;
  min_value?: number;
  max_value?: number;
}

/** A command's definition with its texts in the language of a locale. */
export function showCommand(command: AnyCommand, locale: string): ShownCommand {
  const definition = localizedDefinition(command);
  const options = (definition.options ?? []) as unknown as readonly RawOption[];
  return {
    name: definition.name,
    shownName: localised(definition.name, definition.name_localizations, locale),
    description: localised(definition.description, definition.description_localizations, locale),
    options: options.map((option) => showOption(option, locale)),
  };
}

function showOption(option: RawOption, locale: string): ShownOption {
  const { type, name, description, required = false, autocomplete = false, choices = [] } = option;
  return {
    type,
    name,
    shownName: localised(name, option.name_localizations, locale),
    description: localised(description, option.description_localizations, locale),
    required,
    autocomplete,
    choices: choices.map((choice) => ({
      name: localised(choice.name, choice.name_localizations, locale),
      value: choice.value,
    })),
    minLength: option.min_length,
    maxLength: option.max_length,
    minValue: option.min_value,
    maxValue: option.max_value,
  };
}

function localised(text: string, localizations: Localizations, locale: string): string {
  return localizations?.[locale] ?? text;
}
