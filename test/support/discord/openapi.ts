import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { memoized } from '../../../src/platform/memo.ts';
import type { FieldError } from './field-errors.ts';

/** Discord's published description of its API. It is kept beside the repository; a clone alone does not have it. */
const DOCUMENT = new URL('../../../../shared/discord/openapi.json', import.meta.url);

/** Whether bodies are checked against the description too, and not only against the table of limits. */
export const hasDocument = existsSync(DOCUMENT);

const validatorOf = memoized(
  (schema: string): ValidateFunction =>
    readDocument().compile({ $ref: `discord#/components/schemas/${schema}` }),
);

const readDocument = memoized((): Ajv2020 => {
  const compiler = new Ajv2020({ strict: false, allErrors: true, validateSchema: false, logger: false });
  addFormats.default(compiler);
  compiler.addFormat('snowflake', /^(?:0|[1-9]\d{0,19})$/);
  compiler.addFormat('nonce', true);
  compiler.addSchema(JSON.parse(readFileSync(DOCUMENT, 'utf8')), 'discord');
  return compiler;
});

/** Compiles schemas in advance: otherwise the first checked body waits half a second. */
export function prepareSchemas(schemas: readonly string[]): void {
  if (hasDocument) for (const schema of schemas) validatorOf(schema);
}

/** Checks a value against a schema of `components.schemas`. @returns its errors; none if there is no description */
export function checkSchema(schema: string, value: unknown): FieldError[] {
  if (!hasDocument) return [];
  const validate = validatorOf(schema);
  if (validate(value)) return [];
  const errors = mostTelling(validate.errors ?? []).map(fieldError);
  return [...new Map(errors.map((error) => [`${error.path} ${error.code}`, error])).values()];
}

/**
 * Every branch of a union complains, mostly that it is the wrong branch. The deepest complaints that are not about the
 * kind itself come from the branch that was meant.
 */
function mostTelling(errors: readonly ErrorObject[]): ErrorObject[] {
  const notUnions = errors.filter(({ keyword }) => keyword !== 'oneOf' && keyword !== 'anyOf');
  const kept = notUnions.length > 0 ? notUnions : errors;
  const depth = (error: ErrorObject) => error.instancePath.split('/').length;
  const deepest = Math.max(...kept.map(depth));
  const deep = kept.filter((error) => depth(error) === deepest);
  const notKinds = deep.filter(({ keyword }) => keyword !== 'const' && keyword !== 'enum');
  return notKinds.length > 0 ? notKinds : deep;
}

const CODES: Record<string, string> = {
  maxLength: 'BASE_TYPE_BAD_LENGTH',
  minLength: 'BASE_TYPE_BAD_LENGTH',
  maxItems: 'BASE_TYPE_BAD_LENGTH',
  minItems: 'BASE_TYPE_BAD_LENGTH',
  required: 'BASE_TYPE_REQUIRED',
  enum: 'BASE_TYPE_CHOICES',
  const: 'BASE_TYPE_CHOICES',
  maximum: 'NUMBER_TYPE_MAX',
  minimum: 'NUMBER_TYPE_MIN',
  format: 'BASE_TYPE_BAD_FORMAT',
};

function fieldError(error: ErrorObject): FieldError {
  const path = error.instancePath.split('/').slice(1);
  if (error.keyword === 'required') path.push(String(error.params.missingProperty));
  return { path, code: CODES[error.keyword] ?? 'BASE_TYPE_INVALID', message: error.message ?? error.keyword };
}
