import type { Connection } from '../../../database/connection.ts';
import { copyInto } from '../../../database/driver/copy.ts';
import type { Tally } from '../../report/tally.ts';

/** Writes the places and reasons of the rejected lines and records into the table `rejects`. */
export async function loadRejects(sql: Connection, tallies: readonly Tally[]): Promise<void> {
  await copyInto(sql, 'rejects', ['source', 'line', 'column', 'path', 'reason'], async (copy) => {
    for (const { rejects } of tallies) {
      for (const { source, line, column, path, reason } of rejects) {
        copy.add([source, line, column, path, reason]);
        await copy.flush();
      }
    }
  });
}
