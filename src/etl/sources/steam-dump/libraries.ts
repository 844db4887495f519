import type { Tally } from '../../report/tally.ts';
import { looksLike } from '../contract/looks-like.ts';
import type { LibraryRow } from '../contract/records.ts';
import { gameIdInAnyForm } from './clean/game-id.ts';
import { cleanText } from './clean/text.ts';
import { lineConnector } from './line-connector.ts';
import { LIBRARY_ROW, OWNER } from './other-forms/formats.ts';
import { readRecord } from './other-forms/read-record.ts';
import { rejection } from './validate/reason.ts';

/** The columns whose values may be shown as examples. */
const SHOWN = [
  'items_count',
  ...['items.item_id', 'items.item_name', 'items.playtime_forever', 'items.playtime_2weeks'],
];

/** Reads the libraries file of the Steam dump. Each line is one user with their games, as a Python literal. */
export const librariesOfDump = lineConnector(
  'libraries',
  import.meta.url,
  SHOWN,
  (record, line, { tally }) => {
    const owner = readRecord(OWNER, record, (rule) => tally.used(rule));
    if (!owner.success) {
      const { reason, path } = rejection(owner.error);
      tally.rejectLine(line, looksLike(record, 'libraries') ?? reason, { path });
      return null;
    }
    const { user_id: userId, items_count: itemsCount, items } = owner.data;
    return {
      userId,
      itemsCount: itemsCount ?? null,
      itemsListed: items.length,
      rows: libraryRows(items, line, tally),
    };
  },
);

/** The valid games of a library. The others are rejected alone. */
function libraryRows(items: readonly unknown[], line: number, tally: Tally): LibraryRow[] {
  const rows: LibraryRow[] = [];
  const used = (rule: string) => tally.used(rule);
  for (const [index, item] of items.entries()) {
    tally.records++;
    const parsed = readRecord(LIBRARY_ROW, item, used);
    if (!parsed.success) {
      const { reason, path } = rejection(parsed.error, `items[${index}]`);
      tally.rejectRecord(line, reason, path);
      continue;
    }
    const {
      item_id: itemId,
      item_name: name,
      playtime_forever: minutes,
      playtime_2weeks: weeks,
    } = parsed.data;
    const id = gameIdInAnyForm(itemId, () => used('item_id-in-another-form'));
    if (id === null) {
      tally.rejectRecord(line, 'invalid-item_id', `items[${index}].item_id`);
      continue;
    }
    rows.push({ gameId: id, name: name ? cleanText(name) : null, minutes, minutesTwoWeeks: weeks ?? null });
  }
  return rows;
}
