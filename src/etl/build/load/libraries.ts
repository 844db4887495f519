import type { Connection } from '../../../database/connection.ts';
import { copyInto } from '../../../database/driver/copy.ts';
import type { Tally } from '../../report/tally.ts';
import type { Line } from '../../sources/read/lines.ts';
import { gameId } from '../../sources/steam-dump/clean/game-id.ts';
import { recordsOf } from '../../sources/steam-dump/parse/records.ts';
import { rawLibraryRow, rawOwner } from '../../sources/steam-dump/validate/library.ts';
import { looksLike, rejection } from '../../sources/steam-dump/validate/reason.ts';
import type { UnnamedGames } from './games.ts';
import type { Users } from './users.ts';

const COLUMNS = ['user_key', 'game_id', 'minutes', 'minutes_two_weeks'] as const;

/** What libraries are loaded with. */
export interface LibraryContext {
  users: Users;
  unnamed: UnnamedGames;
  /** Builds the key of the table `library`, once its rows are in. */
  buildKey(): Promise<void>;
}

/**
 * Loads the libraries file into the table `library`. Of repeated (user, game) pairs the last one seen
 * counts, whether they are repeated within a line or on a later line of the same user.
 */
export async function loadLibraries(
  sql: Connection,
  batches: AsyncIterable<Line[]>,
  tally: Tally,
  context: LibraryContext,
): Promise<void> {
  const { users, unnamed } = context;
  // Rows of users who were seen before wait until their first ones are in the table.
  const repeated: string[] = [];
  await copyInto(sql, 'library', COLUMNS, async (copy) => {
    for await (const lines of batches) {
      for (const { line, record } of recordsOf(lines, tally)) {
        const owner = rawOwner.safeParse(record);
        if (!owner.success) {
          const { reason, path } = rejection(owner.error);
          tally.rejectLine(line, looksLike(record, 'libraries') ?? reason, { path });
          continue;
        }
        const { user_id: userId, items_count: itemsCount, items } = owner.data;
        const key = users.keyOf(userId);
        const again = users.hasLibrary(key);
        users.setLibrary(key, itemsCount ?? null, items.length);
        if (again) tally.used('repeated-user-lines');
        if (items.length === 0) tally.used('empty-libraries');

        const rows = libraryRows(items, key, line, tally, unnamed);
        for (const row of rows) {
          if (again) repeated.push(row);
          else copy.addEncoded(row);
        }
        await copy.flush();
      }
    }
  });
  await context.buildKey();
  tally.used('duplicate-library-rows-dropped', await replaceRepeated(sql, repeated));
}

/** One row a game, in COPY's text format; the last of a game's rows counts. */
function libraryRows(
  items: readonly unknown[],
  userKey: number,
  line: number,
  tally: Tally,
  unnamed: UnnamedGames,
): Iterable<string> {
  const rows = new Map<number, string>();
  for (const [index, item] of items.entries()) {
    tally.records++;
    const parsed = rawLibraryRow.safeParse(item);
    if (!parsed.success) {
      const { reason, path } = rejection(parsed.error, `items[${index}]`);
      tally.rejectRecord(line, reason, path);
      continue;
    }
    const row = parsed.data;
    const id = gameId(row.item_id);
    if (id === null) {
      tally.rejectRecord(line, 'invalid-item_id', `items[${index}].item_id`);
      continue;
    }
    unnamed.add(id, row.item_name);
    if (rows.has(id)) tally.used('duplicate-library-rows-dropped');
    rows.set(id, `${userKey}\t${id}\t${row.playtime_forever}\t${row.playtime_2weeks ?? '\\N'}`);
  }
  return rows.values();
}

/** Puts the rows of repeated lines over those of the first ones. @returns how many pairs were there before */
async function replaceRepeated(sql: Connection, rows: readonly string[]): Promise<number> {
  if (rows.length === 0) return 0;
  await sql`create temporary table repeated (like library, seq int generated always as identity)`;
  await copyInto(sql, 'repeated', COLUMNS, async (copy) => {
    for (const row of rows) {
      copy.addEncoded(row);
      await copy.flush();
    }
  });
  const added = await sql`
    insert into library (user_key, game_id, minutes, minutes_two_weeks)
    select distinct on (user_key, game_id) user_key, game_id, minutes, minutes_two_weeks
    from repeated order by user_key, game_id, seq desc
    on conflict (user_key, game_id) do update
      set minutes = excluded.minutes, minutes_two_weeks = excluded.minutes_two_weeks
    returning xmax = 0 as is_new`;
  await sql`drop table repeated`;
  const isNew = added.filter((row) => row.is_new).length;
  return rows.length - isNew;
}
