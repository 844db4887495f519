import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  type APIMessageComponentEmoji,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import { html } from 'hono/html';
import { type Html, isWebAddress } from './markdown.ts';

const STYLES: Partial<Record<ButtonStyle, string>> = {
  [ButtonStyle.Primary]: 'primary',
  [ButtonStyle.Secondary]: 'secondary',
  [ButtonStyle.Success]: 'success',
  [ButtonStyle.Danger]: 'danger',
};

/** The value of the form field `press` after a press on a component: the component, and the choices from its menu. */
export interface SentPress {
  customId: string;
  values: string[];
}

/**
 * Buttons and menus in their rows. Each of them submits the form that is its message. A menu opens a list of buttons,
 * and a choice asks at once, as in Discord; this works with a keyboard, too.
 *
 * @param menu the label of a menu that has none of its own
 */
export function renderComponents(
  rows: readonly APIActionRowComponent<APIComponentInMessageActionRow>[],
  { menu }: { menu: string },
): Html {
  return html`${rows.map(
    ({ components }) =>
      html`<div class="component-row">${components.map((component) => renderControl(component, menu))}</div>`,
  )}`;
}

function renderControl(component: APIComponentInMessageActionRow, menu: string): Html {
  if (component.type === ComponentType.Button) return renderButton(component);
  if (component.type === ComponentType.StringSelect) return renderMenu(component, menu);
  // Nobody can be chosen here: the page has no members, roles or channels.
  return html`<div class="menu"><button class="menu-summary" disabled>${component.placeholder ?? menu}</button></div>`;
}

/** A button as Discord shows it. */
export function renderButton(button: APIButtonComponent): Html {
  if (button.style === ButtonStyle.Premium) return '';
  const label = html`${renderEmoji(button.emoji, button.label)}${button.label ?? ''}`;
  if (button.style === ButtonStyle.Link) {
    if (!isWebAddress(button.url)) return '';
    return html`<a class="button secondary" href="${button.url}" target="_blank" rel="noopener noreferrer nofollow">${label}<svg class="leaves" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M14 4h6v6M20 4l-9 9M18 14v5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1h5"/></svg></a>`;
  }
  const press = toPress({ customId: button.custom_id, values: [] });
  return html`<button class="${`button ${STYLES[button.style] ?? 'secondary'}`}" name="press" value="${press}"${
    button.disabled === true ? html` disabled` : ''
  }>${label}</button>`;
}

function renderMenu(menu: APIStringSelectComponent, unnamed: string): Html {
  const { custom_id: customId, options, placeholder = unnamed, disabled } = menu;
  const chosen = options.find((option) => option.default === true)?.label;
  if (disabled === true) {
    return html`<div class="menu"><button class="menu-summary" disabled>${chosen ?? placeholder}</button></div>`;
  }
  return html`<details class="menu"><summary class="menu-summary">${chosen ?? placeholder}</summary><ul class="menu-options">${options.map(
    ({ value, label, description, emoji }) =>
      html`<li><button name="press" value="${toPress({ customId, values: [value] })}">${renderEmoji(emoji, label)}<span>${label}${
        description === undefined ? '' : html`<small>${description}</small>`
      }</span></button></li>`,
  )}</ul></details>`;
}

/** @param label the text beside the emoji. With a label, screen readers skip the emoji; without one, they read it out */
function renderEmoji(emoji: APIMessageComponentEmoji | undefined, label: string | undefined): Html {
  if (emoji?.name === undefined) return '';
  return html`<span class="emoji"${label === undefined ? '' : html` aria-hidden="true"`}>${emoji.name}</span>`;
}

function toPress(press: SentPress): string {
  return JSON.stringify(press);
}

/** Reads the form field `press`; null if it holds no press. */
export function readPress(sent: unknown): SentPress | null {
  if (typeof sent !== 'string') return null;
  try {
    return pressOf(JSON.parse(sent));
  } catch {
    return null;
  }
}

/** Reads a press from an untrusted object; null if it is none. */
export function pressOf(given: unknown): SentPress | null {
  if (typeof given !== 'object' || given === null) return null;
  const customId = 'customId' in given ? given.customId : 'custom_id' in given ? given.custom_id : undefined;
  const values = 'values' in given ? given.values : [];
  if (typeof customId !== 'string' || customId.length > 100 || !Array.isArray(values)) return null;
  if (!values.every((value) => typeof value === 'string')) return null;
  return { customId, values };
}
