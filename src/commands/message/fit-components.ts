import {
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  type APIStringSelectComponent,
  ComponentType,
} from 'discord-api-types/v10';
import { cutText } from './embed-text.ts';

type Component = APIComponentInMessageActionRow;

/** Discord's limits for components and addresses, in UTF-16 units or in numbers of things. */
const MOST = {
  address: 2048,
  buttons: 5,
  label: 80,
  customId: 100,
  placeholder: 150,
  choices: 25,
  choice: 100,
} as const;

/** The text, cut to its limit; undefined where it is blank, because Discord refuses blank texts. */
export function within(text: string | undefined, most: number): string | undefined {
  const trimmed = text?.toWellFormed().trim();
  return trimmed ? cutText(trimmed, most) : undefined;
}

/** Whether Discord accepts this as an address: http or https, and not too long. */
export function isAddress(address: string | undefined): address is string {
  return (
    address !== undefined &&
    address.length <= MOST.address &&
    /^https?:\/\//.test(address) &&
    URL.canParse(address)
  );
}

/** Whether Discord accepts this as the address of a picture: a web address, or a file of the same message. */
export function isPicture(address: string | undefined): boolean {
  return address !== undefined && (address.startsWith('attachment://') || isAddress(address));
}

/**
 * The row within Discord's limits; none where nothing of it is left.
 *
 * @param seen the ids of the message's components so far; those of this row are added
 */
export function fitRow<Fitting extends Component>(
  row: APIActionRowComponent<Fitting>,
  seen: Set<string>,
): APIActionRowComponent<Fitting>[] {
  const components = row.components.flatMap((component) => fitComponent(component, seen)) as Fitting[];
  return components.length === 0 ? [] : [{ ...row, components: components.slice(0, MOST.buttons) }];
}

/** The component within its limits; none where its id is missing, too long or used already. */
export function fitComponent(component: Component, seen: Set<string>): Component[] {
  if ('custom_id' in component) {
    const { custom_id: id } = component;
    if (id.length === 0 || id.length > MOST.customId || seen.has(id)) return [];
    seen.add(id);
  }
  if (component.type === ComponentType.StringSelect) return fitMenu(component);
  if (!('label' in component) || component.label === undefined) return [component];
  return [{ ...component, label: within(component.label, MOST.label) ?? '…' }];
}

function fitMenu(menu: APIStringSelectComponent): APIStringSelectComponent[] {
  const values = new Set<string>();
  const options = menu.options.flatMap((option) => {
    const label = within(option.label, MOST.choice);
    const description = within(option.description, MOST.choice);
    const { value } = option;
    if (label === undefined || value === '' || value.length > MOST.choice || values.has(value)) return [];
    values.add(value);
    const { description: _, ...others } = option;
    return [{ ...others, label, ...(description === undefined ? {} : { description }) }];
  });
  if (options.length === 0) return [];
  const { placeholder, ...others } = menu;
  const shownPlaceholder = within(placeholder, MOST.placeholder);
  return [
    {
      ...others,
      options: options.slice(0, MOST.choices),
      ...(shownPlaceholder === undefined ? {} : { placeholder: shownPlaceholder }),
    },
  ];
}
