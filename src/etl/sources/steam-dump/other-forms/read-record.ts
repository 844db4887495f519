import type { z } from 'zod';
import { isMissing } from '../clean/blank.ts';
import type { OtherForm } from './forms.ts';

/** A kind of record of the raw files. */
export interface RecordFormat<Shape extends z.ZodObject> {
  /** The record as the published files have it. */
  shape: Shape;
  /** The fields without which a record is of no use. One of these that cannot be read costs the record. */
  needed: readonly (keyof z.infer<Shape> & string)[];
  /** The readers of fields that are written in another way. A field without one is read in its published form alone. */
  forms: { readonly [Field in keyof z.infer<Shape>]?: OtherForm };
}

/** Matches the words that converters write for a missing value. In a field that takes any text they are text. */
const MISSING_WORD = /^\s*(?:nan|nat|null|none|<na>|n\/a)?\s*$/i;

/**
 * Validates a record. Fields in another than the published form are read if that is possible. A field that is not
 * needed and cannot be read counts as missing. A record in the published form, as nearly all are, takes no longer
 * than the validation of its shape.
 *
 * @param used called with `<field>-in-another-form` or `<field>-unreadable` for each such field, if the record is
 *   accepted
 * @returns zod's result; its first error is about a needed field
 */
export function readRecord<Shape extends z.ZodObject>(
  format: RecordFormat<Shape>,
  record: unknown,
  used: (rule: string) => void,
): z.ZodSafeParseResult<z.infer<Shape>> {
  const asPublished = format.shape.safeParse(record);
  if (asPublished.success) return asPublished;
  const wrong = new Set(asPublished.error.issues.map(({ path }) => path[0]));
  const isNoRecord = wrong.has(undefined);
  if (isNoRecord) return asPublished;
  const rules: string[] = [];
  const fields = Object.entries(record as object).filter(([field]) =>
    Object.hasOwn(format.shape.shape, field),
  );
  const read = Object.fromEntries(
    fields.flatMap(([field, value]) =>
      wrong.has(field) ? readField(format, field, value, (rule) => rules.push(rule)) : [[field, value]],
    ),
  );
  const result = format.shape.safeParse(read);
  if (result.success) for (const rule of rules) used(rule);
  return result;
}

/** A field in its published form, as the only entry of a list; an empty list if it counts as missing. */
function readField<Shape extends z.ZodObject>(
  { shape, needed, forms }: RecordFormat<Shape>,
  field: string,
  value: unknown,
  used: (rule: string) => void,
): [field: string, value: unknown][] {
  const kind = shape.shape[field] as z.ZodType;
  const mayLack = kind.safeParse(undefined).success;
  if (isNothing(value)) return mayLack ? [] : [[field, value]];
  let lost = false;
  const found = (forms as Record<string, OtherForm | undefined>)[field]?.(value, () => {
    lost = true;
  });
  if (found !== undefined && kind.safeParse(found).success) {
    used(`${field}-${lost ? 'unreadable' : 'in-another-form'}`);
    return [[field, found]];
  }
  if (needed.includes(field as (typeof needed)[number])) return [[field, value]];
  used(`${field}-unreadable`);
  return [];
}

function isNothing(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'string' ? MISSING_WORD.test(value) : isMissing(value);
}
