/** Whether a value stands for a missing one: `NaN`, as pandas writes it, or null, as JSON and Python do. */
export function isMissing(value: unknown): boolean {
  return value === null || (typeof value === 'number' && Number.isNaN(value));
}

/**
 * Whether a record holds nothing. The games file has such lines as filler: every value is `NaN`, or null after
 * pandas has written the file anew, or an empty text or list after a converter from CSV has. Beside a `NaN`, an
 * empty text is a value: somebody wrote it where others are missing.
 */
export function isBlank(record: object): boolean {
  const values = Object.values(record);
  return values.every(isMissing) || values.every(isEmpty);
}

function isEmpty(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '';
  // The lists within a list are not looked into: however deep they are, no line of filler has them.
  if (Array.isArray(value)) return value.every((entry) => entry === null || entry === '');
  return value === null;
}

/** Copies a record without the fields that are missing. */
export function withoutMissing(record: object): Record<string, unknown> {
  const present: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(record)) {
    // Setting this field would give the copy another prototype, whose fields would count as its own.
    if (field !== '__proto__' && !isMissing(value)) present[field] = value;
  }
  return present;
}
