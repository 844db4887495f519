/** Whether every value of a record is `NaN`. The games file has such lines as filler. */
export function isBlank(record: object): boolean {
  for (const value of Object.values(record)) {
    if (!(typeof value === 'number' && Number.isNaN(value))) return false;
  }
  return true;
}

/** Copies a record without the fields that are `NaN` (how pandas marks a missing value) or null (how Python does). */
export function withoutMissing(record: object): Record<string, unknown> {
  const present: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(record)) {
    if (value !== null && !(typeof value === 'number' && Number.isNaN(value))) present[field] = value;
  }
  return present;
}
