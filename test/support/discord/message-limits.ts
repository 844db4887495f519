import { MessageFlags } from 'discord-api-types/v10';
import { checkComponents } from './component-limits.ts';
import { checkEmbeds } from './embed-limits.ts';
import { type FieldError, FieldErrors, type FieldPath } from './field-errors.ts';
import { type JsonObject, objectsOf } from './json.ts';

/**
 * Checks a message against limits that Discord's published description leaves out, or that we rely on.
 *
 * @param path the place of the message in the body: `['data']` in a callback
 * @param attached the names of the message's files after the body is applied
 * @param flags the message's flags after the body is applied
 */
export function checkMessageLimits(
  path: FieldPath,
  body: JsonObject,
  attached: ReadonlySet<string>,
  flags: number,
): FieldError[] {
  const errors = new FieldErrors();
  const rich = (flags & MessageFlags.IsComponentsV2) !== 0;
  errors.wellFormed(path, body);
  errors.text([...path, 'content'], body.content, 0, 2000);
  if (rich && (body.content || objectsOf(body.embeds).length > 0)) {
    errors.add(
      path,
      'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
      'No content or embeds beside V2.',
    );
  }
  checkEmbeds([...path, 'embeds'], body.embeds, attached, errors);
  checkComponents([...path, 'components'], body.components, rich, errors);
  errors.items([...path, 'attachments'], body.attachments, 0, 10);
  for (const [index, attachment] of objectsOf(body.attachments).entries()) {
    errors.text([...path, 'attachments', index, 'description'], attachment.description, 0, 1024);
  }
  return errors.list;
}

/**
 * Checks choices: at most 25, with names of 1 to 100 characters, and values of the option's type up to 100 characters.
 */
export function checkChoices(path: FieldPath, data: JsonObject, kind: 'string' | 'number'): FieldError[] {
  const errors = new FieldErrors();
  errors.wellFormed(path, data);
  errors.items([...path, 'choices'], data.choices, 0, 25);
  for (const [index, choice] of objectsOf(data.choices).entries()) {
    const here = [...path, 'choices', index];
    errors.text([...here, 'name'], choice.name, 1, 100);
    if (typeof choice.value !== kind)
      errors.add([...here, 'value'], 'BASE_TYPE_INVALID', `Must be a ${kind}.`);
    else if (kind === 'string') errors.text([...here, 'value'], choice.value, 1, 100);
  }
  return errors.list;
}
