import type { z } from 'zod';

/**
 * Describes why and where a record failed validation, without any of its values.
 *
 * @param within the place of the record within its line, such as `items[3]`
 * @returns `reason` is `invalid-` or `missing-` and the field, such as `missing-item_id`; `path` is the full
 *   place
 */
export function rejection(error: z.ZodError, within = ''): { reason: string; path: string } {
  const issue = error.issues[0]!;
  // Rejects are counted by reason, so the reason leaves out positions in a list.
  const field =
    issue.path
      .filter((key) => typeof key !== 'number')
      .map(String)
      .join('.') || 'record';
  const path = issue.path.reduce<string>((at, key) => {
    if (typeof key === 'number') return `${at}[${key}]`;
    return at === '' ? String(key) : `${at}.${String(key)}`;
  }, within);
  const missing =
    issue.code === 'invalid_type' && issue.input === undefined && issue.message.includes('undefined');
  return { reason: `${missing ? 'missing' : 'invalid'}-${field}`, path: path || 'record' };
}
