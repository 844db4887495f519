/** Whether every value of the record is `NaN`: the filler lines of the games file. */
export function isBlank(record: object): boolean {
  for (const value of Object.values(record)) {
    if (!(typeof value === 'number' && Number.isNaN(value))) return false;
  }
  return true;
}

/** The record without the fields that hold `NaN` or null: pandas' and Python's ways to say that a value is missing. */
export function withoutMissing(record: object): Record<string, unknown> {
  const present: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(record)) {
    if (value !== null && !(typeof value === 'number' && Number.isNaN(value))) present[field] = value;
  }
  return present;
}
