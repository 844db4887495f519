import type { z } from 'zod';

/** Why a record failed its check, without any of its values: `invalid-item_id`, or `missing-item_id`; and where. */
export function rejection(error: z.ZodError, within = ''): { reason: string; path: string } {
  const issue = error.issues[0]!;
  const field = issue.path.map(String).join('.') || 'record';
  const missing = issue.code === 'invalid_type' && issue.input === undefined && issue.message.includes('undefined');
  return { reason: `${missing ? 'missing' : 'invalid'}-${field}`, path: within === '' ? field : `${within}.${field}` };
}

/** The kind of file that a line seems to come from, when it is not the expected one. */
export function looksLike(record: Record<string, unknown>): string | null {
  if (Array.isArray(record.items)) return 'looks-like-libraries';
  if (Array.isArray(record.reviews)) return 'looks-like-reviews';
  if ('app_name' in record || 'genres' in record) return 'looks-like-games';
  return null;
}
