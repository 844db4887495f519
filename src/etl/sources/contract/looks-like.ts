import { SOURCE_NAMES, type SourceName } from '../../../database/schema/sources.ts';

/** What the records of each source have and those of no other source have: sources that were exchanged are told apart by it. */
const MARKS: Record<SourceName, (record: Record<string, unknown>) => boolean> = {
  games: (record) =>
    ('app_name' in record || 'genres' in record) &&
    !Array.isArray(record.items) &&
    !Array.isArray(record.reviews),
  libraries: ({ items }) => Array.isArray(items),
  reviews: ({ items, reviews }) => Array.isArray(reviews) && !Array.isArray(items),
};

/** The reason to reject a record that seems to come from another source than the expected one; null where it does not. */
export function looksLike(record: Record<string, unknown>, expected: SourceName): string | null {
  const found = SOURCE_NAMES.find((name) => MARKS[name](record));
  return found === undefined || found === expected ? null : `looks-like-${found}`;
}
