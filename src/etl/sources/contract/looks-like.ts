import { SOURCE_NAMES, type SourceName } from '../../../database/schema/sources.ts';

/**
 * For each source, a test that its records pass and those of the other sources do not. These tests notice that
 * two sources were swapped.
 */
const MARKS: Record<SourceName, (record: Record<string, unknown>) => boolean> = {
  games: (record) =>
    ('app_name' in record || 'genres' in record) &&
    !Array.isArray(record.items) &&
    !Array.isArray(record.reviews),
  libraries: ({ items }) => Array.isArray(items),
  reviews: ({ items, reviews }) => Array.isArray(reviews) && !Array.isArray(items),
};

/**
 * Recognises a record that belongs to another source.
 *
 * @returns the reason to reject it, such as `looks-like-reviews`; null if it may belong to the expected source
 */
export function looksLike(record: Record<string, unknown>, expected: SourceName): string | null {
  const found = SOURCE_NAMES.find((name) => MARKS[name](record));
  return found === undefined || found === expected ? null : `looks-like-${found}`;
}
