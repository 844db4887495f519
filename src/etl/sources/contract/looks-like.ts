import { SOURCE_NAMES, type SourceName } from '../../../database/schema/sources.ts';

type RawRecord = Record<string, unknown>;

/**
 * For each source, a test that its records pass and those of the other sources do not. These tests notice that
 * two sources were swapped.
 */
const MARKS: Record<SourceName, (record: RawRecord) => boolean> = {
  games: (record) =>
    ('app_name' in record || 'genres' in record) &&
    !Array.isArray(record.items) &&
    !Array.isArray(record.reviews),
  libraries: (record) => Array.isArray(record.items) && ('user_id' in record || 'items_count' in record),
  reviews: (record) => Array.isArray(record.reviews) && 'user_id' in record && !Array.isArray(record.items),
};

/** Tests for the records of files that are none of the sources, but are published beside them. */
const OTHER_MARKS: Readonly<Record<string, (record: RawRecord) => boolean>> = {
  bundles: (record) => 'bundle_id' in record || 'bundle_name' in record,
  'version-2-reviews': (record) =>
    'product_id' in record && 'text' in record && ('username' in record || 'hours' in record),
};
const OTHER_NAMES = Object.keys(OTHER_MARKS);

/**
 * Recognises a record that belongs to another file.
 *
 * @returns the reason to reject it, such as `looks-like-reviews` or `looks-like-bundles`; null if it may belong to the
 *   expected source
 */
export function looksLike(record: RawRecord, expected: SourceName): string | null {
  if (MARKS[expected](record)) return null;
  const found =
    SOURCE_NAMES.find((name) => MARKS[name](record)) ??
    OTHER_NAMES.find((name) => OTHER_MARKS[name]!(record));
  return found === undefined ? null : `looks-like-${found}`;
}
