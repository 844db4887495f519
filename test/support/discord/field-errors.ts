import { isObject } from './json.ts';

export type FieldPath = readonly (string | number)[];

/** One field of a body that Discord would refuse. */
export interface FieldError {
  path: FieldPath;
  /** Discord's own code, if it is known. */
  code: string;
  message: string;
}

/**
 * Collects the errors of a body. Lengths are counted in UTF-16 code units. Those are never fewer than the code points that
 * the published description counts, so a body that passes here passes in Discord too.
 */
export class FieldErrors {
  readonly list: FieldError[] = [];

  add(path: FieldPath, code: string, message: string): void {
    this.list.push({ path, code, message });
  }

  /** Checks that a text has `min` to `max` characters. A missing text counts as empty. */
  text(path: FieldPath, value: unknown, min: number, max: number): void {
    const text = value ?? '';
    if (typeof text !== 'string') {
      this.add(path, 'BASE_TYPE_STRING', 'Must be a string.');
    } else if (text.length === 0 && min > 0) {
      this.add(path, 'BASE_TYPE_REQUIRED', 'This field is required');
    } else if (text.length > max || text.length < min) {
      this.add(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`);
    }
  }

  /** Checks that a list has `min` to `max` items. A missing list counts as empty. */
  items(path: FieldPath, value: unknown, min: number, max: number): void {
    const items = value ?? [];
    if (!Array.isArray(items)) this.add(path, 'BASE_TYPE_LIST', 'Must be a list.');
    else if (items.length > max || items.length < min) {
      this.add(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`);
    }
  }

  /** Checks that no text anywhere in the value is cut inside a character. */
  wellFormed(path: FieldPath, value: unknown): void {
    if (typeof value === 'string') {
      if (!value.isWellFormed()) this.add(path, 'LONE_SURROGATE', 'Half a character.');
    } else if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) this.wellFormed([...path, index], item);
    } else if (isObject(value)) {
      for (const [key, item] of Object.entries(value)) this.wellFormed([...path, key], item);
    }
  }
}
