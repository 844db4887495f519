import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { FieldErrors, FieldPath } from './field-errors.ts';
import { isObject, type JsonObject, objectsOf } from './json.ts';

/**
 * Checks rows, buttons and menus, and the fields that every component has.
 * https://docs.discord.com/developers/components/reference
 *
 * @param rich whether the message has the flag IS_COMPONENTS_V2; without it only rows may stand at the top level
 */
export function checkComponents(path: FieldPath, value: unknown, rich: boolean, errors: FieldErrors): void {
  if (!rich) errors.items(path, value, 0, 5);
  const seen = new Set<string>();
  let count = 0;
  const walk = (components: unknown, at: FieldPath) => {
    for (const [index, component] of objectsOf(components).entries()) {
      const here = [...at, index];
      count += 1;
      checkCustomId(here, component, seen, errors);
      if (component.type === ComponentType.ActionRow) checkRow(here, component, errors);
      else if (!rich && at === path) errors.add(here, 'BASE_TYPE_CHOICES', 'Only rows stand at the top.');
      if (component.type === ComponentType.Button) checkButton(here, component, errors);
      if (component.type === ComponentType.StringSelect) checkStringSelect(here, component, errors);
      walk(component.components, [...here, 'components']);
      if (isObject(component.accessory)) walk([component.accessory], [...here, 'accessory']);
    }
  };
  walk(value, path);
  const said = rich ? textsIn(value).reduce((sum, text) => sum + text.length, 0) : 0;
  if (said > 4000) errors.add(path, 'COMPONENT_MAX_TEXT', `More than 4000 characters of text (${said}).`);
  if (count > 40) errors.add(path, 'COMPONENT_MAX_TOTAL', `More than 40 components (${count}).`);
}

/** The contents of all text displays, at every depth. */
function textsIn(components: unknown): string[] {
  return objectsOf(components).flatMap((component) =>
    component.type === ComponentType.TextDisplay
      ? [String(component.content)]
      : textsIn(component.components),
  );
}

function checkCustomId(path: FieldPath, component: JsonObject, seen: Set<string>, errors: FieldErrors): void {
  const { custom_id: id } = component;
  if (id === undefined || id === null) return;
  errors.text([...path, 'custom_id'], id, 1, 100);
  if (seen.has(String(id))) {
    errors.add(
      [...path, 'custom_id'],
      'COMPONENT_CUSTOM_ID_DUPLICATED',
      'Component custom id cannot be duplicated',
    );
  }
  seen.add(String(id));
}

function checkRow(path: FieldPath, row: JsonObject, errors: FieldErrors): void {
  const components = objectsOf(row.components);
  const menus = components.filter(({ type }) => type !== ComponentType.Button);
  errors.items([...path, 'components'], row.components, 1, 5);
  if (menus.length > 0 && components.length > 1) {
    errors.add([...path, 'components'], 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'A menu has a row of its own.');
  }
}

function checkButton(path: FieldPath, button: JsonObject, errors: FieldErrors): void {
  const has = (key: string) => button[key] !== undefined && button[key] !== null;
  errors.text([...path, 'label'], button.label, 0, 80);
  if (!has('label') && !has('emoji') && button.style !== ButtonStyle.Premium) {
    errors.add(path, 'BUTTON_COMPONENT_INVALID', 'A button has a label or an emoji.');
  }
  if (button.style === ButtonStyle.Link) {
    if (has('custom_id') || !has('url')) {
      errors.add(path, 'BUTTON_COMPONENT_LINK', 'A link has an address and no custom_id.');
    } else if (!/^(?:https?|discord):\/\/\S+$/.test(String(button.url)) || String(button.url).length > 512) {
      errors.add([...path, 'url'], 'URL_TYPE_INVALID_URL', 'Not a well formed URL.');
    }
  } else if (button.style !== ButtonStyle.Premium && (!has('custom_id') || has('url'))) {
    errors.add(path, 'BUTTON_COMPONENT_CUSTOM_ID_REQUIRED', 'A button has a custom_id and no address.');
  }
}

function checkStringSelect(path: FieldPath, menu: JsonObject, errors: FieldErrors): void {
  const options = objectsOf(menu.options);
  if (menu.custom_id === undefined) errors.text([...path, 'custom_id'], menu.custom_id, 1, 100);
  errors.text([...path, 'placeholder'], menu.placeholder, 0, 150);
  errors.items([...path, 'options'], menu.options, 1, 25);
  const values = new Set<unknown>();
  for (const [index, option] of options.entries()) {
    const here = [...path, 'options', index];
    errors.text([...here, 'label'], option.label, 1, 100);
    errors.text([...here, 'value'], option.value, 1, 100);
    errors.text([...here, 'description'], option.description, 0, 100);
    if (values.has(option.value)) {
      errors.add(
        [...here, 'value'],
        'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        'The specified option value is already used',
      );
    }
    values.add(option.value);
  }
  const least = Number(menu.min_values ?? 1);
  const most = Number(menu.max_values ?? 1);
  if (least > most || most > options.length) {
    errors.add(
      [...path, 'max_values'],
      'SELECT_COMPONENT_MAX_VALUES',
      `From ${least} to ${most} of ${options.length}.`,
    );
  }
  if (options.filter((option) => option.default === true).length > most) {
    errors.add(
      [...path, 'options'],
      'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES',
      'Too many are chosen already.',
    );
  }
}
