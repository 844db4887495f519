import type { z } from 'zod';

/** Why a record failed its check, without any of its values: `invalid-item_id`, or `missing-item_id`; and where. */
export function rejection(error: z.ZodError, within = ''): { reason: string; path: string } {
  const issue = error.issues[0]!;
  // Positions in a list stay out of the reason, by which rejects are counted.
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
