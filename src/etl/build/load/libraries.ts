import type { Connection } from '../../../database/connection.ts';
import { copyInto } from '../../../database/driver/copy.ts';
import type { Tally } from '../../report/tally.ts';
import type { LibraryRecord, LibraryRow } from '../../sources/contract/records.ts';
import type { UnnamedGames } from './games.ts';
import type { Users } from './users.ts';

const COLUMNS = ['user_key', 'game_id', 'minutes', 'minutes_two_weeks'] as const;

/** The collections that loading a library adds to, and the step that follows. */
export interface LibraryContext {
  users: Users;
  unnamed: UnnamedGames;
  /** Builds the primary key of the table `library`, after its rows are in. */
  buildKey(): Promise<void>;
}

/**
 * Loads the records of libraries into the table `library`. Of repeated (user, game) pairs the last one counts,
 * whether the pair is repeated within one record or in a later record of the same user.
 */
export async function loadLibraries(
  sql: Connection,
  batches: AsyncIterable<LibraryRecord[]>,
  tally: Tally,
  context: LibraryContext,
): Promise<void> {
  const { users, unnamed } = context;
  // The rows from later records of the same user wait until the rows of the first record are in the table.
  const repeated: string[] = [];
  await copyInto(sql, 'library', COLUMNS, async (copy) => {
    for await (const libraries of batches) {
      for (const { userId, itemsCount, itemsListed, rows } of libraries) {
        const key = users.keyOf(userId);
        const again = users.hasLibrary(key);
        users.setLibrary(key, itemsCount, itemsListed);
        if (again) tally.used('repeated-user-lines');
        if (itemsListed === 0) tally.used('empty-libraries');

        for (const row of encodedRows(rows, key, tally, unnamed)) {
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

/**
 * The rows of one library in COPY's text format, one row for each game. Of a game's repeated rows the last one counts.
 */
function encodedRows(
  rows: readonly LibraryRow[],
  userKey: number,
  tally: Tally,
  unnamed: UnnamedGames,
): Iterable<string> {
  const encoded = new Map<number, string>();
  for (const { gameId, name, minutes, minutesTwoWeeks } of rows) {
    unnamed.add(gameId, name);
    if (encoded.has(gameId)) tally.used('duplicate-library-rows-dropped');
    encoded.set(gameId, `${userKey}\t${gameId}\t${minutes}\t${minutesTwoWeeks ?? '\\N'}`);
  }
  return encoded.values();
}

/**
 * Writes the rows of repeated users over the rows that they already have.
 *
 * @returns the number of rows whose (user, game) pair was there before
 */
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
