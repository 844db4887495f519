import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { Plain } from '../../../locales/markdown.ts';
import { customId, type Press } from '../contract/custom-id.ts';
import type { Button, MenuOption, Row } from '../contract/reply.ts';

type Given = Readonly<Record<string, string | number | boolean | undefined>>;

/** A button that asks something; disabled where it cannot be asked. */
export interface AskButton {
  label: Plain;
  command: string;
  options: Given;
  effect: Press['effect'];
  disabled?: boolean;
}

/** A row of buttons; none where there are no buttons. */
export function buttonRow(...buttons: (AskButton | null)[]): Row[] {
  const components = buttons
    .filter((button) => button !== null)
    .map(
      ({ label, disabled = false, ...press }): Button => ({
        type: ComponentType.Button,
        style: ButtonStyle.Secondary,
        label,
        // What cannot be pressed still needs an id of its own.
        custom_id: disabled ? `-${label}` : pressId(press),
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
  choose: string;
  choices: MenuOption[];
}

/** A row with a menu; none where it offers nothing. */
export function menuRow({ placeholder, choices, ...press }: AskMenu): Row[] {
  if (choices.length === 0) return [];
  return [
    {
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.StringSelect,
          custom_id: pressId(press),
          placeholder,
          options: choices,
        },
      ],
    },
  ];
}

/** The id of what is asked. Whether games for adults are shown is the channel's to say, so it is never kept. */
function pressId({ options, ...press }: Omit<Press, 'options'> & { options: Given }): string {
  const given: Press['options'] = {};
  for (const [name, value] of Object.entries(options)) {
    if (value !== undefined && name !== 'adult') given[name] = value;
  }
  return customId({ ...press, options: given });
}
