import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { html } from 'hono/html';
import { LOCALE_NAMES } from '../../../locales/locales.ts';
import type { Html } from './markdown.ts';
import type { ShownCommand, ShownOption } from './options.ts';
import { pageText } from './page-texts.ts';
import type { Manner } from './sources.ts';

/** The form of a command's options. Without a script, the browser sends it to the address of the command's page. */
export function renderForm(
  command: ShownCommand,
  given: Readonly<Record<string, unknown>>,
  { locale, ageRestricted }: Manner,
): Html {
  return html`<form class="question" method="get" action="${`/commands/${command.name}`}" data-command="${command.name}" data-locale="${locale}">
${command.options.map((option) => renderOption(option, given[option.name], locale))}
<div class="manner">
<label class="control"><span class="label">${pageText(locale, 'page.language')}</span>
<select name="locale">${Object.entries(LOCALE_NAMES).map(
    ([code, name]) =>
      html`<option value="${code}" lang="${code}"${selected(code === locale)}>${name}</option>`,
  )}</select></label>
<label class="check"><input type="checkbox" name="age-restricted" value="1"${ageRestricted ? html` checked` : ''}> ${pageText(locale, 'page.ageRestricted')}</label>
</div>
<button class="button primary ask">${pageText(locale, 'page.ask')}</button>
</form>`;
}

function renderOption(option: ShownOption, given: unknown, locale: string): Html {
  const id = `option-${option.name}`;
  const value = given === undefined || given === null ? '' : String(given);
  return html`<div class="control">
<label for="${id}"><span class="label">${option.shownName}</span>${
    option.required ? '' : html` <span class="optional">${pageText(locale, 'page.optional')}</span>`
  }</label>
${renderInput(option, { id, value, locale })}
<p class="hint" id="${`${id}-hint`}">${option.description}</p>
</div>`;
}

function renderInput(
  option: ShownOption,
  { id, value, locale }: { id: string; value: string; locale: string },
): Html {
  const { name, type, choices, required } = option;
  const common = html`id="${id}" name="${name}" aria-describedby="${`${id}-hint`}"${required ? html` required` : ''}`;
  if (type === ApplicationCommandOptionType.Boolean) {
    const answers = [
      { name: pageText(locale, 'page.yes'), value: 'true' },
      { name: pageText(locale, 'page.no'), value: 'false' },
    ];
    return renderSelect(common, answers, { value, required, locale });
  }
  if (choices.length > 0) return renderSelect(common, choices, { value, required, locale });
  const whole = type === ApplicationCommandOptionType.Integer;
  if (whole || type === ApplicationCommandOptionType.Number) {
    const limits = html`${attribute('min', option.minValue)}${attribute('max', option.maxValue)}`;
    return html`<input type="number" step="${whole ? '1' : 'any'}" value="${value}" ${common}${limits}>`;
  }
  const limits = html`${attribute('minlength', option.minLength)}${attribute('maxlength', option.maxLength)}`;
  const input = html`<input type="text" autocomplete="off" spellcheck="false" value="${value}" ${common}${limits}${
    option.autocomplete ? html` data-completed` : ''
  }>`;
  if (!option.autocomplete) return input;
  // The script fills the list and makes the input a combobox: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
  return html`<div class="combobox">${input}<ul class="suggestions" id="${`${id}-list`}" role="listbox" aria-label="${pageText(locale, 'page.suggestions')}" hidden></ul></div>`;
}

function renderSelect(
  common: Html,
  choices: readonly { name: string; value: string | number }[],
  { value, required, locale }: { value: string; required: boolean; locale: string },
): Html {
  return html`<select ${common}>${required ? '' : html`<option value="">${pageText(locale, 'page.any')}</option>`}${choices.map(
    (choice) =>
      html`<option value="${String(choice.value)}"${selected(String(choice.value) === value)}>${choice.name}</option>`,
  )}</select>`;
}

function attribute(name: string, value: number | undefined): Html {
  return value === undefined ? '' : html` ${name}="${String(value)}"`;
}

function selected(is: boolean): Html {
  return is ? html` selected` : '';
}
