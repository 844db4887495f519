import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { Plain } from '../../../locales/markdown.ts';
import { customId, type Press } from '../contract/custom-id.ts';
import type { Button, MenuOption, Row } from '../contract/reply.ts';

type Given = Readonly<Record<string, string | number | boolean | undefined>>;

/** A button that asks a question. It is disabled where the question makes no sense, such as a page past the last. */
export interface AskButton {
  label: Plain;
  /** The name of the command to ask. */
  command: string;
  options: Given;
  effect: Press['effect'];
  disabled?: boolean;
}

/** A row of buttons, without those that are null; no row where none is left. */
export function buttonRow(...buttons: (AskButton | null)[]): Row[] {
  const components = buttons
    .filter((button) => button !== null)
    .map(
      ({ label, disabled = false, ...press }): Button => ({
        type: ComponentType.Button,
        style: ButtonStyle.Secondary,
        label,
        // A disabled button is never pressed, but Discord still wants an id of its own for it.
        custom_id: disabled ? `-${label}` : idOfPress(press),
        disabled,
      }),
    );
  return components.length === 0 ? [] : [{ type: ComponentType.ActionRow, components }];
}

/** A menu whose chosen value becomes an option of a question. */
export interface AskMenu {
  placeholder: Plain;
  command: string;
  options: Given;
  effect: Press['effect'];
  /** The option that gets the chosen value. */
  choose: string;
  /** Of one of several menus for the same option: its place from 1. */
  place?: number;
  choices: MenuOption[];
}

/** A row with a menu; no row where the menu has no choices. */
export function menuRow({ placeholder, choices, ...press }: AskMenu): Row[] {
  if (choices.length === 0) return [];
  return [
    {
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.StringSelect,
          custom_id: idOfPress(press),
          placeholder,
          options: choices,
        },
      ],
    },
  ];
}

/** The id of a question. It leaves out the option `adult`, which the channel of the press decides anew. */
function idOfPress({ options, ...press }: Omit<Press, 'options'> & { options: Given }): string {
  const given: Press['options'] = {};
  for (const [name, value] of Object.entries(options)) {
    if (value !== undefined && name !== 'adult') given[name] = value;
  }
  return customId({ ...press, options: given });
}
